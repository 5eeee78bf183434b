import { isolated } from '@/lib/platform/rules/isolate';
import type { HistoryView } from '@/lib/status/render/history';
import type { PageContext } from '@/lib/status/render/page-context';
import { homePath } from '@/lib/status/rules/paths';
import type { PublicPastIncident } from '@/lib/status/rules/public-view';
import { dayKey, monthName, shortDay } from '@/lib/status/rules/times';
import { words } from '@/lib/status/rules/words';
import { DocumentShell } from './document-shell';
import { Icon } from './marks';
import { HistoryLine } from './recent-history';

function daysOf({ incidents }: HistoryView, zone: string) {
  const days = new Map<string, PublicPastIncident[]>();
  for (const incident of incidents) {
    const key = dayKey(incident.startedAt, zone);
    days.set(key, [...(days.get(key) ?? []), incident]);
  }
  return [...days].map(([date, began]) => ({ label: shortDay(`${date}T12:00:00Z`, 'UTC'), began, went: [] }));
}

export function HistoryPage({ history, page }: { history: HistoryView; page: PageContext }) {
  const month = monthName(history.month);
  const days = daysOf(history, page.organisation.zone);
  return (
    <DocumentShell
      page={page}
      title={`${words.history}: ${month} – ${isolated(page.organisation.name)}`}
      description={month}
    >
      <div className="wrap narrow">
        <p className="back">
          <a href={homePath}>
            <Icon name="left" />
            {words.backToStatus}
          </a>
        </p>
        <h1>
          {words.history}: {month}
        </h1>
        <p className="muted">{words.historyLead}</p>
        <ul className="hist">
          {days.map((day) => (
            <HistoryLine key={day.label} day={day} page={page} />
          ))}
          {days.length === 0 && (
            <li>
              <span className="muted">{words.quietMonth}</span>
            </li>
          )}
        </ul>
        <nav className="links" aria-label={words.history}>
          {history.newer && (
            <a className="btn" href={history.newer}>
              {words.newer}
            </a>
          )}
          {history.older && (
            <a className="btn sp" href={history.older}>
              {words.older}
            </a>
          )}
        </nav>
      </div>
    </DocumentShell>
  );
}

export function MissingPage({ page }: { page: PageContext }) {
  return (
    <DocumentShell
      page={page}
      title={`${words.missing} – ${isolated(page.organisation.name)}`}
      description={words.missing}
    >
      <div className="wrap narrow">
        <h1>{words.missing}</h1>
        <p>{words.missingText}</p>
        <p className="links">
          <a className="btn" href={homePath}>
            {words.backToStatus}
          </a>
          <a className="btn" href={page.historyLink()}>
            {words.allIncidents}
          </a>
        </p>
      </div>
    </DocumentShell>
  );
}
