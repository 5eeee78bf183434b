import { Foreign } from '@/components/ui/foreign';
import { roundedDuration } from '@/lib/platform/rules/duration';
import { isolated } from '@/lib/platform/rules/isolate';
import { serviceStatusPublicLabel } from '@/lib/services/schema';
import type { PageContext } from '@/lib/status/render/page-context';
import { homePath } from '@/lib/status/rules/paths';
import { isOpen, type PublicIncident, type PublicUpdate } from '@/lib/status/rules/public-view';
import { words } from '@/lib/status/rules/words';
import { DocumentShell } from './document-shell';
import { affectedLink, IncidentPromise, SeverityBadge, UpdateText } from './incident-card';
import { Icon, StatusMark, statusClass } from './marks';
import { Recovery } from './recovery';
import { Stamp } from './stamp';

function Affected({ incident }: { incident: PublicIncident }) {
  if (incident.services.length === 0) return null;
  return (
    <section className="inc-s" aria-labelledby="affects">
      <h2 id="affects">{words.affects}</h2>
      <ul>
        {incident.services.map((service) => (
          <li key={service.id} className="aff">
            <a href={`${homePath}#service-${service.slug}`}>
              <Foreign>{service.name}</Foreign>
            </a>
            <span className={`st-text t-${statusClass[service.status]}`}>
              <StatusMark status={service.status} />
              {serviceStatusPublicLabel[service.status]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Update({ update, page }: { update: PublicUpdate; page: PageContext }) {
  return (
    <li id={`update-${update.id}`}>
      <h3>{words.stage[update.stage]}</h3>
      <p className="when">
        <Stamp at={update.at} ago page={page} />
        {update.editedAt && (
          <>
            {' '}
            ({words.edited} <Stamp at={update.editedAt} page={page} />)
          </>
        )}
      </p>
      <UpdateText html={update.text.html} />
    </li>
  );
}

function IncidentFacts({ incident, page }: { incident: PublicIncident; page: PageContext }) {
  const { startedAt, resolvedAt } = incident;
  return (
    <p className="muted">
      {words.since} <Stamp at={startedAt} ago={!resolvedAt} page={page} />.{' '}
      {resolvedAt && (
        <>
          {words.ended} <Stamp at={resolvedAt} page={page} />.{' '}
          {words.took(roundedDuration((Date.parse(resolvedAt) - Date.parse(startedAt)) / 1_000))}{' '}
        </>
      )}
      {incident.reportCount > 0 && `${words.people(incident.reportCount)}.`}
    </p>
  );
}

/** One incident with every update it had: the address to pass on. */
export function IncidentPage({ incident, page }: { incident: PublicIncident; page: PageContext }) {
  const open = isOpen(incident);
  const title = words.incidentNow(incident.ref, incident.title);
  return (
    <DocumentShell
      page={page}
      title={`${isolated(title)} – ${isolated(page.organisation.name)}`}
      description={incident.title}
    >
      <div className="wrap narrow">
        <p className="back">
          <a href={homePath}>
            <Icon name="left" />
            {words.backToStatus}
          </a>
        </p>
        <article className="card inc">
          <div className="inc-h">
            <div className="row">
              <SeverityBadge severity={incident.severity} />
              <span className="stage">{words.stage[incident.stage]}</span>
              <span className="ref sp">{incident.ref}</span>
            </div>
            <h1>
              <Foreign>{incident.title}</Foreign>
            </h1>
            <IncidentFacts incident={incident} page={page} />
          </div>
          {open && <IncidentPromise incident={incident} page={page} />}
          <Recovery recovery={incident.recovery} page={page} level={2} />
          <Affected incident={incident} />
          <section className="inc-s" aria-labelledby="updates">
            <h2 id="updates">{words.allUpdates}</h2>
            <ol className="log">
              {incident.updates.map((update) => (
                <Update key={update.id} update={update} page={page} />
              ))}
            </ol>
          </section>
          {open && (
            <div className="inc-f">
              <a className="btn" href={affectedLink(incident, page)}>
                <Icon name="plus" />
                {words.affected}
              </a>
            </div>
          )}
        </article>
      </div>
    </DocumentShell>
  );
}
