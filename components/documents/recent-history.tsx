import { Foreign } from '@/components/ui/foreign';
import { roundedDuration } from '@/lib/platform/rules/duration';
import type { PageContext } from '@/lib/status/render/page-context';
import type { PublicPastIncident, PublicView } from '@/lib/status/rules/public-view';
import { words } from '@/lib/status/rules/words';
import { type HistoryDay, recentDays } from './history-days';
import { SeverityBadge } from './incident-card';

function PastIncident({ incident, page }: { incident: PublicPastIncident; page: PageContext }) {
  const { ref, title, severity, startedAt, resolvedAt, summary } = incident;
  const ended = resolvedAt
    ? words.fixedIn(roundedDuration((Date.parse(resolvedAt) - Date.parse(startedAt)) / 1_000))
    : words.stillOpen;
  return (
    <div className="past">
      <div className="row">
        <SeverityBadge severity={severity} />
        <a href={page.incidentLink(ref)}>
          <Foreign>{title}</Foreign>
        </a>
      </div>
      <p className="muted">
        {ended} {summary && <Foreign>{summary}</Foreign>}
      </p>
    </div>
  );
}

export function HistoryLine({ day, page }: { day: HistoryDay; page: PageContext }) {
  const quiet = day.began.length === 0 && day.went.length === 0;
  return (
    <li>
      <span className="day">{day.label}</span>
      <div>
        {quiet && <span className="muted">{words.noProblems}</span>}
        {day.began.map((incident) => (
          <PastIncident key={incident.ref} incident={incident} page={page} />
        ))}
        {day.began.length === 0 &&
          day.went.map((incident) => (
            <p key={incident.ref} className="muted">
              {words.wentOn}{' '}
              <a href={page.incidentLink(incident.ref)}>
                <Foreign>{incident.title}</Foreign>
              </a>
            </p>
          ))}
      </div>
    </li>
  );
}

export function RecentHistory({ view, page }: { view: PublicView; page: PageContext }) {
  const days = recentDays(view);
  return (
    <section className="sec" aria-labelledby="recent">
      <div className="sec-h">
        <h2 id="recent">{words.recent}</h2>
        <a className="muted" href={page.historyLink()}>
          {words.allIncidents}
        </a>
      </div>
      <ul className="hist">
        {days.length === 0 && (
          <li>
            <span className="muted">{words.historyBegins}</span>
          </li>
        )}
        {days.map((day) => (
          <HistoryLine key={day.label} day={day} page={page} />
        ))}
      </ul>
    </section>
  );
}
