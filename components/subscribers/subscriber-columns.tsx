import { Badge } from '@/components/ui/badge';
import type { Column } from '@/components/ui/data-table';
import { Time } from '@/components/ui/time';
import { fromSeverity } from '@/lib/severity/schema';
import type { SubscriberRow } from '@/lib/subscribers/queries/views';
import { subscriberStateLabel } from '@/lib/subscribers/schema';
import { EndSubscription } from './end-subscription';

const tones = { PENDING: 'plain', CONFIRMED: 'good', UNSUBSCRIBED: 'plain' } as const;

function servicesWords({ services }: SubscriberRow): string {
  return services.length === 0 ? 'All services' : services.join(', ');
}

export const subscriberColumns: Column<SubscriberRow>[] = [
  {
    key: 'address',
    header: 'Address',
    cell: (row) => (
      <>
        <span className="max-sm:break-all">{row.address}</span>
        <small>
          <span className="sm:hidden">{servicesWords(row)}, </span>since{' '}
          <Time at={row.confirmedAt ?? row.createdAt} show="date" />
        </small>
      </>
    ),
  },
  { key: 'services', header: 'About', hideBelow: 'sm', cell: servicesWords },
  {
    key: 'severity',
    header: 'How serious',
    hideBelow: 'md',
    cell: ({ minimumSeverity }) => fromSeverity(minimumSeverity),
  },
  {
    key: 'state',
    header: 'State',
    cell: ({ state }) => <Badge tone={tones[state]}>{subscriberStateLabel[state]}</Badge>,
  },
  {
    key: 'end',
    header: <span className="sr">Acts</span>,
    cell: (row) => (row.state === 'UNSUBSCRIBED' ? null : <EndSubscription subscriber={row} />),
  },
];
