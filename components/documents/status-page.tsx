import { Foreign } from '@/components/ui/foreign';
import type { PageContext } from '@/lib/status/render/page-context';
import { openIncidents, type PublicView } from '@/lib/status/rules/public-view';
import { headline } from '@/lib/status/rules/wording';
import { words } from '@/lib/status/rules/words';
import { DocumentShell } from './document-shell';
import { IncidentCard, MoreIncidents, shownInFull } from './incident-card';
import { RecentHistory } from './recent-history';
import { ServiceList } from './service-list';
import { SideColumn } from './side-column';
import { Stamp } from './stamp';
import { StateBand } from './state-band';

/** Nothing is open: quiet is good news, and this is where to say when it was last otherwise. */
function Quiet({ view, page }: { view: PublicView; page: PageContext }) {
  const last = view.past.find((incident) => incident.resolvedAt);
  return (
    <section className="card inc quiet" aria-labelledby="quiet">
      <h2 id="quiet">{words.quiet}</h2>
      {last?.resolvedAt ? (
        <p>
          {words.quietLast} <Stamp at={last.resolvedAt} page={page} />:{' '}
          <a href={page.incidentLink(last.ref)}>
            <Foreign>{last.title}</Foreign>
          </a>
          .
        </p>
      ) : (
        <p>{words.quietNone}</p>
      )}
      <p className="muted">{words.quietTell}</p>
    </section>
  );
}

export function StatusPage({ view, page }: { view: PublicView; page: PageContext }) {
  const open = openIncidents(view);
  const now = headline(view);
  return (
    <DocumentShell
      home
      page={page}
      title={words.pageTitle(view.organisation.name)}
      description={now.sentence}
    >
      <StateBand {...now} page={page} />
      <div className="wrap">
        <div className="cols">
          <div>
            {open.slice(0, shownInFull).map((incident, index) => (
              <IncidentCard key={incident.ref} incident={incident} first={index === 0} page={page} />
            ))}
            <MoreIncidents incidents={open.slice(shownInFull)} page={page} />
            {open.length === 0 && <Quiet view={view} page={page} />}
            <ServiceList services={view.services} page={page} />
            <RecentHistory view={view} page={page} />
          </div>
          <SideColumn view={view} page={page} />
        </div>
      </div>
    </DocumentShell>
  );
}
