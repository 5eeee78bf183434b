import type { ServiceStatus } from '@/lib/services/schema';
import type { PageContext } from '@/lib/status/render/page-context';
import { words } from '@/lib/status/rules/words';
import { Icon, StatusMark, statusClass } from './marks';
import { Stamp } from './stamp';

interface BandProps {
  status: ServiceStatus;
  sentence: string;
  detail: string | null;
  page: PageContext;
}

/** What is true now, in one sentence, and the one thing a reader may want to do about it. */
export function StateBand({ status, sentence, detail, page }: BandProps) {
  return (
    <section className={`state b-${statusClass[status]}`} aria-labelledby="now">
      <div className="wrap">
        <div className="state-t">
          <StatusMark status={status} large />
          <h1 id="now">{sentence}</h1>
          {detail && <p>{detail}</p>}
          <p className="muted">
            {words.checked} <Stamp at={page.asOf} show="full" ago page={page} />
          </p>
        </div>
        <div className="cta">
          <a className="btn primary" href={`${page.app}/report`}>
            <Icon name="speech" />
            {words.reportButton}
          </a>
          <p>
            {words.reportHint[0]}
            <br />
            {words.reportHint[1]}
          </p>
        </div>
      </div>
    </section>
  );
}
