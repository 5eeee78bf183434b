'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemberActs } from '@/components/console/member-acts';
import { StatusText } from '@/components/status/status-badge';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { SearchForm } from '@/components/ui/search-form';
import { SegmentedLinks } from '@/components/ui/segmented';
import { counted } from '@/lib/language/words';
import { addressOf, type ListFilter } from '@/lib/platform/rules/address';
import { isolated } from '@/lib/platform/rules/isolate';
import { to } from '@/lib/platform/rules/to';
import type { ServiceSummary } from '@/lib/services/queries/views';
import { listServicesInput } from '@/lib/services/schema';
import { agreedTime } from './agreed-time';
import { serviceListQuery } from './queries';

type ServiceFilter = ListFilter<typeof listServicesInput>;

const columns: Column<ServiceSummary>[] = [
  {
    key: 'name',
    header: 'Service',
    cell: (service) => (
      <>
        {service.name}
        <small>{note(service)}</small>
      </>
    ),
  },
  {
    key: 'status',
    header: 'Status',
    cell: (service) => <StatusText status={service.status} for="members" />,
  },
  {
    key: 'address',
    header: 'Address',
    hideBelow: 'md',
    cell: (service) => (service.publicAddress ? <span className="mono">{service.publicAddress}</span> : '–'),
  },
  { key: 'tier', header: 'Tier', align: 'num', cell: (service) => service.tier },
  {
    key: 'rto',
    header: 'RTO',
    align: 'num',
    hideBelow: 'sm',
    cell: (service) => agreedTime(service.rtoMinutes),
  },
  {
    key: 'rpo',
    header: 'RPO',
    align: 'num',
    hideBelow: 'sm',
    cell: (service) => agreedTime(service.rpoMinutes),
  },
  { key: 'owner', header: 'Owner', hideBelow: 'md', cell: (service) => service.owner?.name ?? '–' },
  {
    key: 'servers',
    header: 'Servers',
    hideBelow: 'lg',
    cell: (service) => <span className="mono">{service.servers.join(', ') || '–'}</span>,
  },
];

function note(service: ServiceSummary): string {
  const [incident] = service.openIncidents;
  if (incident) return `${incident.ref}, ${isolated(incident.title)}`;
  return service.visibility === 'INTERNAL' ? 'internal' : (service.group ?? '');
}

/** What is true of the catalogue, in one sentence. */
function sentence(services: readonly ServiceSummary[]): string {
  const troubled = services.filter((service) => service.openIncidents.length > 0).length;
  const works = services.filter((service) => service.status === 'OPERATIONAL').length;
  if (services.length === 0) return 'No services yet';
  if (works === services.length)
    return services.length === 1 ? 'The service works.' : `All ${works} services work.`;
  const have = counted(troubled, 'has an open incident.', 'have an open incident.');
  return `${works} of ${services.length} services work. ${have}`;
}

interface ServiceListProps {
  initial: ServiceSummary[];
  all: ServiceSummary[];
  filter: ServiceFilter;
}

export function ServiceList({ initial, all, filter }: ServiceListProps) {
  const canCreate = useMemberActs().includes('service.create');
  const { data: rows } = useQuery({ ...serviceListQuery(filter), initialData: initial });
  const { data: catalogue } = useQuery({ ...serviceListQuery({ text: '', only: 'all' }), initialData: all });
  const open = catalogue.filter((service) => service.openIncidents.length > 0).length;
  const add = canCreate ? (
    <LinkButton href="/services/new" variant="primary" icon="plus">
      Add a service
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader
        title={sentence(catalogue)}
        lead="The catalogue: what is promised for each service, at which address, and on which servers it runs."
        actions={add}
      />
      <Card>
        <FilterBar>
          <SearchForm
            label="Find a service or server"
            value={filter.text}
            hrefOf={(text) => addressOf('/services', listServicesInput, { ...filter, text })}
          />
          <SegmentedLinks
            label="Which services"
            items={[
              { href: '/services', label: 'All', count: catalogue.length, current: filter.only === 'all' },
              {
                href: '/services?only=open',
                label: 'Open incident',
                count: open,
                current: filter.only === 'open',
              },
              { href: '/services?only=archived', label: 'Archived', current: filter.only === 'archived' },
            ]}
          />
          <span className="sp muted sm max-md:hidden">Worst status first, then tier</span>
        </FilterBar>
        <DataTable
          label="Services"
          columns={columns}
          rows={rows}
          rowKey={(service) => service.id}
          rowHref={(service) => to(`/services/${service.slug}`)}
          empty={<EmptyServices filter={filter} add={add} />}
        />
      </Card>
      <p className="muted sm mt-3">
        RTO is how soon the service must be back, RPO how much work may be lost at most. Each is agreed with
        the people who use it; a service without an agreement says none.
      </p>
    </>
  );
}

function EmptyServices({ filter, add }: { filter: ServiceFilter; add: React.ReactNode }) {
  if (filter.text) {
    return (
      <EmptyState card={false} icon="search" title={`Nothing is called “${filter.text}”`}>
        Look for a service, an address or a server by another part of its name.
      </EmptyState>
    );
  }
  if (filter.only === 'open') {
    return (
      <EmptyState card={false} icon="check" title="No service has an open incident">
        Every service in the catalogue works.
      </EmptyState>
    );
  }
  return (
    <EmptyState card={false} icon="server" title="Nothing here yet" action={add}>
      Add what people use, with the servers it runs on. They can report problems with it from then on.
    </EmptyState>
  );
}
