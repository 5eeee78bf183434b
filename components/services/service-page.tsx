'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useMemberActs } from '@/components/console/member-acts';
import { SeverityMark } from '@/components/severity/severity-mark';
import { StatusBadge, StatusText } from '@/components/status/status-badge';
import { Badge } from '@/components/ui/badge';
import { Card, CardHeader } from '@/components/ui/card';
import { Foreign } from '@/components/ui/foreign';
import { LinkButton } from '@/components/ui/link-button';
import { Note } from '@/components/ui/note';
import { PageHeader } from '@/components/ui/page-header';
import { Elapsed, Time } from '@/components/ui/time';
import type { ServiceView } from '@/lib/services/queries/views';
import { serviceStatusPublicLabel, tierLabel } from '@/lib/services/schema';
import { agreedTime } from './agreed-time';
import { serviceQuery } from './queries';
import { ServerTable } from './server-table';

interface ServicePageProps {
  initial: ServiceView;
  /** The cards that other nouns have to show of a service, between its servers and its incidents. */
  children?: ReactNode;
  /** What Standby found and nobody has settled, above all else. */
  findings?: ReactNode;
  /** The same for the narrow column. */
  aside?: ReactNode;
}

export function ServicePage({ initial, children, findings, aside }: ServicePageProps) {
  const canEdit = useMemberActs().includes('service.edit');
  const { data: service } = useQuery({ ...serviceQuery(initial.slug), initialData: initial });
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Services', href: '/services' }, { label: service.name }]}
        title={service.name}
        lead={[service.description, service.usedBy && `Used by ${service.usedBy}.`].filter(Boolean).join(' ')}
        badges={
          service.archived ? <Badge>Archived</Badge> : <StatusBadge status={service.status} for="members" />
        }
        actions={
          <>
            <LinkButton href={`/services/${service.slug}/checklist`} icon="list">
              Checklist
            </LinkButton>
            {canEdit ? (
              <LinkButton href={`/services/${service.slug}/edit`} icon="wrench">
                Edit
              </LinkButton>
            ) : null}
          </>
        }
      />
      <OpenIncidents service={service} />
      {findings}
      <ServiceFacts service={service} />
      <div className="twocol mt-5">
        <div>
          <ServerTable servers={service.serverList} />
          {children}
          <Incidents service={service} />
        </div>
        <div>
          <DescriptionCard service={service} />
          <Dependencies service={service} />
          {aside}
          <Contacts service={service} />
        </div>
      </div>
    </>
  );
}

function OpenIncidents({ service }: { service: ServiceView }) {
  return service.openIncidents.map((incident) => (
    <div key={incident.ref} className="mb-4">
      <Note tone="bad" action={<Link href={`/incidents/${incident.ref}`}>Open {incident.ref}</Link>}>
        <b>{serviceStatusPublicLabel[service.status]}</b>
        {service.since ? (
          <>
            {' '}
            since <Time at={service.since} show="clock" />
          </>
        ) : null}
        . <Foreign>{incident.title}</Foreign>.
      </Note>
    </div>
  ));
}

function ServiceFacts({ service }: { service: ServiceView }) {
  const agreed = service.agreedBy
    ? `agreed by ${service.agreedBy}${service.agreedOn ? `, ${service.agreedOn}` : ''}`
    : 'not agreed';
  const facts = [
    {
      label: 'Status',
      value: <StatusText status={service.status} for="members" />,
      foot: service.visibility === 'PUBLIC' ? 'on the status page' : 'not shown in public',
    },
    {
      label: 'Address users have',
      value: <span className="mono text-base">{service.publicAddress ?? 'none'}</span>,
      foot: service.hours ?? 'every day',
    },
    { label: 'RTO, back within', value: agreedTime(service.rtoMinutes), foot: agreed },
    { label: 'RPO, lose at most', value: agreedTime(service.rpoMinutes), foot: agreed },
  ];
  return (
    <Card>
      <dl className="grid grid-cols-1 sm:grid-cols-2 lg:grid-cols-4">
        {facts.map((fact) => (
          <div key={fact.label} className="border-line p-5 max-sm:border-b sm:border-r last:border-0">
            <dt className="eyebrow">{fact.label}</dt>
            <dd className="ink text-lg mt-1 break-words">{fact.value}</dd>
            <dd className="muted sm">{fact.foot}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function DescriptionCard({ service }: { service: ServiceView }) {
  return (
    <Card>
      <CardHeader title="About" />
      <dl className="kv pad">
        <dt>Tier</dt>
        <dd>{tierLabel[service.tier]}</dd>
        <dt>Owner</dt>
        <dd>{service.owner?.name ?? 'nobody yet'}</dd>
        <dt>Group</dt>
        <dd>{service.group ?? 'none'}</dd>
        <dt>Shown</dt>
        <dd>{service.visibility === 'PUBLIC' ? 'Public' : 'Internal'}</dd>
      </dl>
    </Card>
  );
}

function Dependencies({ service }: { service: ServiceView }) {
  const row = (other: ServiceView['dependsOn'][number]) => (
    <li key={other.id} className="row">
      <span>
        <Link href={`/services/${other.slug}`}>{other.name}</Link>
        {other.note ? <small className="block muted sm">{other.note}</small> : null}
      </span>
      <span className="sp">
        <StatusText status={other.status} for="members" />
      </span>
    </li>
  );
  return (
    <Card>
      <CardHeader title="Depends on" />
      <div className="pad stack">
        {service.dependsOn.length > 0 ? (
          <ul className="stack">{service.dependsOn.map(row)}</ul>
        ) : (
          <p className="muted">Nothing that is in the catalogue.</p>
        )}
        {service.usedByServices.length > 0 ? (
          <>
            <p className="eyebrow">Used by</p>
            <ul className="stack">{service.usedByServices.map(row)}</ul>
          </>
        ) : null}
      </div>
    </Card>
  );
}

function Contacts({ service }: { service: ServiceView }) {
  if (service.contacts.length === 0) return null;
  return (
    <Card>
      <CardHeader title="Contacts" meta={service.contacts.length} />
      <ul className="pad stack">
        {service.contacts.map((contact) => (
          <li key={`${contact.name} ${contact.email}`}>
            <b>{contact.name}</b>
            {contact.purpose ? <span className="muted">, {contact.purpose}</span> : null}
            {contact.email ? (
              <a className="block" href={`mailto:${contact.email}`}>
                {contact.email}
              </a>
            ) : null}
            {contact.phone ? (
              <a className="block" href={`tel:${contact.phone.replaceAll(/\s/g, '')}`}>
                {contact.phone}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Incidents({ service }: { service: ServiceView }) {
  return (
    <Card>
      <CardHeader title="Incidents" meta={service.incidents.length === 0 ? 'none so far' : 'newest first'} />
      {service.incidents.length === 0 ? (
        <p className="pad muted">This service has had no incident since it is in the catalogue.</p>
      ) : (
        <ul className="pad stack">
          {service.incidents.map((incident) => (
            <li key={incident.ref} className="row">
              <SeverityMark severity={incident.severity} label />
              <span>
                <Link href={`/incidents/${incident.ref}`}>
                  <Foreign>{incident.title}</Foreign>
                </Link>
                <small className="block muted sm">
                  {incident.ref}, <Time at={incident.startedAt} show="date" />
                </small>
              </span>
              <span className="sp muted whitespace-nowrap">
                <Elapsed
                  since={incident.startedAt}
                  {...(incident.resolvedAt ? { until: incident.resolvedAt } : {})}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
