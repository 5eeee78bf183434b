import { WholeReferences } from '@/components/mail/whole-references';
import type { Column } from '@/components/ui/data-table';
import { Time } from '@/components/ui/time';
import type { DeliveryListView, DeliveryRow } from '@/lib/deliveries/queries/views';
import { deliveryChannelLabel } from '@/lib/deliveries/schema';
import { DeliveryStateMark } from './delivery-state';
import { aboutWords, recipientWords, stateWords } from './outbox-words';

export function outboxColumns(view: Pick<DeliveryListView, 'zone' | 'mailServer'>): Column<DeliveryRow>[] {
  return [
    {
      key: 'to',
      header: 'To',
      cell: (row) => (
        <>
          {row.to || row.toName}
          <small>{recipientWords(row)}</small>
        </>
      ),
    },
    {
      key: 'what',
      header: 'What',
      cell: (row) => (
        <>
          <WholeReferences text={row.subject} />
          <small>{aboutWords(row, view.zone)}</small>
        </>
      ),
    },
    {
      key: 'by',
      header: 'By',
      hideBelow: 'lg',
      cell: (row) => <span className="whitespace-nowrap">{deliveryChannelLabel[row.channel]}</span>,
    },
    {
      key: 'made',
      header: 'Made',
      hideBelow: 'md',
      cell: (row) => <Time at={row.createdAt} show="auto" zone={view.zone} />,
    },
    {
      key: 'state',
      header: 'State',
      cell: (row) => (
        <>
          <DeliveryStateMark state={row.state} />
          <small className="max-w-[26ch] wrap-anywhere max-md:max-w-none">{stateWords(row, view)}</small>
        </>
      ),
    },
  ];
}
