import { Badge } from '@/components/ui/badge';
import type { Column } from '@/components/ui/data-table';
import { Time } from '@/components/ui/time';
import type { EndpointView } from '@/lib/automation/queries/views';
import { endpointModeLabel } from '@/lib/automation/schema';

export const endpointColumns: Column<EndpointView>[] = [
  {
    key: 'name',
    header: 'Endpoint',
    cell: (endpoint) => (
      <>
        <span className={endpoint.archivedAt ? 'muted' : undefined}>{endpoint.name}</span>
        <small className="mono break-all">{endpoint.url}</small>
      </>
    ),
  },
  {
    key: 'mode',
    header: 'Called by',
    cell: (endpoint) => (
      <Badge tone={endpoint.mode === 'LIVE' ? 'accent' : undefined}>{endpointModeLabel[endpoint.mode]}</Badge>
    ),
  },
  { key: 'service', header: 'Service', hideBelow: 'md', cell: ({ service }) => service?.name ?? 'Any' },
  {
    key: 'called',
    header: 'Last called',
    hideBelow: 'md',
    cell: ({ lastCalledAt }) => (lastCalledAt ? <Time at={lastCalledAt} show="relative" /> : 'never'),
  },
];
