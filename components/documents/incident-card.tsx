import { Foreign } from '@/components/ui/foreign';
import { severityLabel } from '@/lib/severity/schema';
import type { PageContext } from '@/lib/status/render/page-context';
import type { PublicIncident, PublicUpdate } from '@/lib/status/rules/public-view';
import { words } from '@/lib/status/rules/words';
import { Icon, SeverityMark } from './marks';
import { PromiseLine } from './promise-line';
import { Recovery } from './recovery';
import { Stamp } from './stamp';

export function SeverityBadge({ severity }: Pick<PublicIncident, 'severity'>) {
  return (
    <span className={`badge b-${severity.toLowerCase()}`}>
      <SeverityMark severity={severity} />
      {severityLabel[severity]}
    </span>
  );
}

/** Text that a person wrote. Its HTML comes out of the one sanitiser and nowhere else. */
export function UpdateText({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: PublicText holds sanitised HTML by its definition.
  return <div className="text" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}

function Latest({ update, page }: { update: PublicUpdate | undefined; page: PageContext }) {
  if (!update) return null;
  return (
    <div className="upd">
      <p className="when">
        {words.latest} <Stamp at={update.at} ago page={page} />
        {update.editedAt && ` (${words.edited})`}
      </p>
      <UpdateText html={update.text.html} />
    </div>
  );
}

export function affectedLink(incident: PublicIncident, page: PageContext): string {
  const service = incident.services[0];
  return `${page.app}/report${service ? `?service=${service.slug}` : ''}`;
}

export function IncidentPromise({ incident, page }: { incident: PublicIncident; page: PageContext }) {
  if (!incident.nextUpdateAt) return null;
  const from = incident.promisedAt ?? incident.updates[0]?.at ?? incident.startedAt;
  return (
    <div className="inc-s">
      <PromiseLine id={`t${incident.ref}`} from={from} to={incident.nextUpdateAt} page={page} />
    </div>
  );
}

/** An open incident on the front page: what, since when, the last word, and when the next one comes. */
export function IncidentCard({
  incident,
  first,
  page,
}: {
  incident: PublicIncident;
  first: boolean;
  page: PageContext;
}) {
  const link = page.incidentLink(incident.ref);
  return (
    <article className={first ? 'card inc' : 'card inc small'}>
      <div className="inc-h">
        <div className="row">
          <SeverityBadge severity={incident.severity} />
          <span className="muted">
            {words.since} <Stamp at={incident.startedAt} show="bare" ago page={page} />
          </span>
          <span className="ref sp hide-s">{incident.ref}</span>
        </div>
        <h2>
          <a href={link}>
            <Foreign>{incident.title}</Foreign>
          </a>
        </h2>
      </div>
      <Latest update={incident.updates[0]} page={page} />
      <IncidentPromise incident={incident} page={page} />
      <Recovery recovery={incident.recovery} page={page} level={3} />
      <div className="inc-f">
        <a className="btn" href={affectedLink(incident, page)}>
          <Icon name="plus" />
          {words.affected}
        </a>
        <a href={link}>{words.readUpdates(incident.updates.length)}</a>
        {incident.reportCount > 0 && (
          <span className="muted sm sp">{words.people(incident.reportCount)}</span>
        )}
      </div>
    </article>
  );
}

/** How many open incidents have a card of their own; the others, which weigh less, stand folded below them. */
export const shownInFull = 10;

/** The open incidents beyond those, in a line each. */
export function MoreIncidents({ incidents, page }: { incidents: PublicIncident[]; page: PageContext }) {
  if (incidents.length === 0) return null;
  return (
    <details className="card inc more">
      <summary>{words.moreOpen(incidents.length)}</summary>
      <ul>
        {incidents.map((incident) => (
          <li key={incident.ref} className="past">
            <div className="row">
              <SeverityBadge severity={incident.severity} />
              <a href={page.incidentLink(incident.ref)}>
                <Foreign>{incident.title}</Foreign>
              </a>
            </div>
            <p className="muted">
              {words.stage[incident.stage]}. {words.since} <Stamp at={incident.startedAt} page={page} />
              {incident.nextUpdateAt && (
                <>
                  . {words.nextBy} <Stamp at={incident.nextUpdateAt} page={page} />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
