import { Foreign } from '@/components/ui/foreign';
import { serviceStatusPublicLabel } from '@/lib/services/schema';
import type { PageContext } from '@/lib/status/render/page-context';
import type { PublicService } from '@/lib/status/rules/public-view';
import { words } from '@/lib/status/rules/words';
import { StatusMark, statusClass } from './marks';
import { Stamp } from './stamp';
import { percentText, UptimeShapes, UptimeStrip } from './uptime-strip';

function StatusLine({ service, page }: { service: PublicService; page: PageContext }) {
  const { status, since } = service;
  return (
    <span className={`st-text t-${statusClass[status]}`}>
      <StatusMark status={status} />
      <span>
        {serviceStatusPublicLabel[status]}
        {since && status !== 'OPERATIONAL' && (
          <>
            {' '}
            {words.statusSince} <Stamp at={since} show="bare" page={page} />
          </>
        )}
      </span>
    </span>
  );
}

function Service({ service, page, level }: { service: PublicService; page: PageContext; level: 3 | 4 }) {
  const Title = level === 3 ? 'h3' : 'h4';
  return (
    <div className="svc" id={`service-${service.slug}`}>
      <Title>
        <Foreign>{service.name}</Foreign>
      </Title>
      <StatusLine service={service} page={page} />
      <span className="pct">
        {service.uptime90 === null ? words.newService : percentText(service.uptime90)}
      </span>
      <UptimeStrip service={service} />
    </div>
  );
}

/** The services in their order; services with a group stand under its name, at the place of its first one. */
function groupsOf(services: PublicService[]): { name: string | null; services: PublicService[] }[] {
  const groups = new Map<string | null, PublicService[]>();
  for (const service of services) groups.set(service.group, [...(groups.get(service.group) ?? []), service]);
  return [...groups].map(([name, members]) => ({ name, services: members }));
}

function Legend() {
  return (
    <div className="ends">
      <span>
        <svg className="k" viewBox="0 0 5 16" aria-hidden="true">
          <rect className="ok" width="5" height="16" rx="1.5" />
        </svg>
        {words.normalDay}
      </span>
      <span>
        <svg className="k" viewBox="0 0 5 16" aria-hidden="true">
          <rect className="ok" width="5" height="5.6" rx="1.5" />
          <rect className="st-major" y="7.2" width="5" height="8.8" rx="1.5" fill="currentColor" />
        </svg>
        {words.troubleDay}
      </span>
      <span className="sp hide-s">{words.todayRight}</span>
    </div>
  );
}

function Groups({ services, named, page }: { services: PublicService[]; named: boolean; page: PageContext }) {
  return groupsOf(services).map((group) => (
    <div key={group.name ?? ''}>
      {named && <h3 className="grp">{group.name ?? words.otherServices}</h3>}
      {group.services.map((service) => (
        <Service key={service.id} service={service} page={page} level={named ? 4 : 3} />
      ))}
    </div>
  ));
}

/** Few enough to be read through. Of more, so many stand open, and all that do not work. */
const fewEnough = 30;
const open = 12;

export function ServiceList({ services, page }: { services: PublicService[]; page: PageContext }) {
  const names = new Set(services.map(({ group }) => group));
  const named = names.size > 1;
  const shown = services.filter(
    ({ status }, place) => services.length <= fewEnough || place < open || status !== 'OPERATIONAL',
  );
  const folded = services.filter((service) => !shown.includes(service));
  return (
    <section className="sec" aria-labelledby="services">
      <div className="sec-h">
        <h2 id="services">{words.services}</h2>
        {services.length > 0 && (
          <span className="muted">
            {words.lastDays} <span className="hide-s">90</span>
            <span className="only-s">45</span> {words.days}
          </span>
        )}
      </div>
      <UptimeShapes />
      <div className="card">
        {services.length === 0 && (
          <div className="empty">
            <h3>{words.noServices}</h3>
            <p>{words.noServicesNext}</p>
          </div>
        )}
        <Groups services={shown} named={named} page={page} />
        {folded.length > 0 && (
          <details className="rest" id="all-services">
            <summary>{words.moreServices(folded.length, services.length)}</summary>
            <Groups services={folded} named={named} page={page} />
          </details>
        )}
        {services.length > 0 && <Legend />}
      </div>
    </section>
  );
}
