'use client';

import { useQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import { useMemberActs } from '@/components/console/member-acts';
import { Staleness } from '@/components/live/staleness';
import { PromiseRuler } from '@/components/promise/promise-ruler';
import { SeverityMark } from '@/components/severity/severity-mark';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Foreign } from '@/components/ui/foreign';
import { Holder } from '@/components/ui/holder';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Elapsed, Time } from '@/components/ui/time';
import type { IncidentListView, IncidentRow } from '@/lib/incidents/queries/views';
import { incidentStageLabel, listIncidentsInput } from '@/lib/incidents/schema';
import { addressOf } from '@/lib/platform/rules/address';
import { to } from '@/lib/platform/rules/to';
import { IncidentFilters } from './incident-filters';
import { type IncidentFilter, isNarrowed } from './list-filter';
import { openSentence } from './open-sentence';
import { incidentListQuery } from './queries';

const columns: Column<IncidentRow>[] = [
  {
    key: 'title',
    header: 'Incident',
    cell: (row) => (
      <span className="flex min-w-0 items-start gap-3">
        <SeverityMark severity={row.severity} size="lg" label />
        <span className="min-w-0">
          <Foreign>{row.title}</Foreign>
          <small>
            <span className="ref">{row.ref}</span> {row.visibility === 'INTERNAL' ? 'internal, ' : null}
            {row.services.map(({ name }) => name).join(', ')}
          </small>
        </span>
      </span>
    ),
  },
  { key: 'stage', header: 'Stage', cell: (row) => incidentStageLabel[row.stage] },
  {
    key: 'manager',
    header: 'Manager',
    hideBelow: 'md',
    cell: (row) => (row.manager ? <Holder person={row.manager} /> : '–'),
  },
  { key: 'reports', header: 'Reports', align: 'num', hideBelow: 'sm', cell: (row) => row.reportCount },
  {
    key: 'lasted',
    header: 'Began, lasts',
    hideBelow: 'md',
    cell: (row) => (
      <>
        <Time at={row.startedAt} show="auto" />
        <small>
          <Elapsed since={row.startedAt} until={row.resolvedAt ?? undefined} />
        </small>
      </>
    ),
  },
  {
    key: 'promise',
    header: 'Next update',
    hideBelow: 'sm',
    cell: (row) =>
      row.promise ? (
        <PromiseRuler variant="bar" madeAt={row.promise.madeAt} dueAt={row.promise.dueAt} />
      ) : (
        <span className="muted">{row.resolvedAt ? 'ended' : 'none'}</span>
      ),
  },
];

interface IncidentListProps {
  initial: IncidentListView;
  filter: IncidentFilter;
  services: { slug: string; name: string }[];
}

export function IncidentList({ initial, filter, services }: IncidentListProps) {
  const canDeclare = useMemberActs().includes('incident.declare');
  const query = useQuery({ ...incidentListQuery(filter), initialData: initial });
  const { data } = query;
  const declare = canDeclare ? (
    <LinkButton href="/incidents/new" variant="primary" icon="plus">
      Declare an incident
    </LinkButton>
  ) : null;
  const page = (after?: string): Route => addressOf('/incidents', listIncidentsInput, { ...filter, after });
  return (
    <>
      <PageHeader
        title={openSentence(data.open)}
        lead="Open ones first, the worst of them on top; then what is over, newest first."
        actions={declare}
      />
      <Staleness query={query} />
      <Card>
        <IncidentFilters filter={filter} services={services} open={data.open} />
        <DataTable
          label="Incidents"
          columns={columns}
          rows={data.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => to(`/incidents/${row.ref}`)}
          empty={<EmptyIncidents filter={filter} />}
        />
        <Pager
          label="incidents"
          newerHref={filter.after ? page() : undefined}
          olderHref={data.next ? page(data.next) : undefined}
        />
      </Card>
    </>
  );
}

function EmptyIncidents({ filter }: { filter: IncidentFilter }) {
  if (isNarrowed(filter)) {
    return (
      <EmptyState
        card={false}
        icon="search"
        title="Nothing matches"
        action={<LinkButton href="/incidents?scope=all">Show all incidents</LinkButton>}
      >
        No incident fits what you asked for. Use another word, or look at all of them.
      </EmptyState>
    );
  }
  if (filter.scope === 'open') {
    return (
      <EmptyState
        card={false}
        icon="check"
        title="Nothing is open"
        action={<LinkButton href="/incidents?scope=resolved">Look at the last ones</LinkButton>}
      >
        Every service works, as far as anybody has told us.
      </EmptyState>
    );
  }
  return (
    <EmptyState card={false} icon="pulse" title="No incidents yet">
      They appear here when a report is triaged, or when somebody of the team declares one.
    </EmptyState>
  );
}
