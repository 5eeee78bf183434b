import { Badge } from '@/components/ui/badge';
import { latency } from '@/lib/platform/rules/duration';
import { shortened } from '@/lib/platform/rules/graphemes';
import type { CaseView } from '@/lib/suites/queries/views';

const baselineWords = {
  NONE: 'Added since the baseline: record a new one, so that it takes part',
  CHANGED: 'Asks for something else since the baseline: record a new one',
} as const;

interface CasePaneProps {
  known: CaseView;
  total: number;
  /** Whether it waits for its turn in a replay that is running. */
  isWaiting: boolean;
}

/** A case by itself: what it asks and compares. */
export function CasePane({ known, total, isWaiting }: CasePaneProps) {
  const { number, name, asks, compares, timeoutMs, baseline, request } = known;
  return (
    <>
      <div className="suite-pane-h">
        <div className="row flex-wrap">
          <span className="eyebrow">
            Case {number} of {total}
          </span>
          {isWaiting ? <Badge>Waits for its turn</Badge> : null}
        </div>
        <h2>{name}</h2>
        <p className="mono sm muted mt-1">{asks}</p>
      </div>
      {baseline === 'CURRENT' ? null : (
        <div className="suite-words warn">
          <p>{baselineWords[baseline]}.</p>
        </div>
      )}
      <dl className="kv suite-rules sm">
        <dt>Compares</dt>
        <dd>{compares}</dd>
        <dt>Gives up after</dt>
        <dd>{latency(timeoutMs)}</dd>
        {request.kind === 'HTTP' && request.body ? (
          <>
            <dt>Sends</dt>
            <dd className="mono">{shortened(request.body, 300)}</dd>
          </>
        ) : null}
      </dl>
    </>
  );
}
