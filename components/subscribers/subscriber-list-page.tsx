'use client';

import { useQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { SegmentedLinks } from '@/components/ui/segmented';
import { TextInput } from '@/components/ui/text-input';
import { counted } from '@/lib/language/words';
import { type Asked, addressOf } from '@/lib/platform/rules/address';
import { to } from '@/lib/platform/rules/to';
import type { SubscriberListView } from '@/lib/subscribers/queries/views';
import { type SubscriberShow, subscriberListInput } from '@/lib/subscribers/schema';
import { subscriberListQuery } from './queries';
import { subscriberColumns } from './subscriber-columns';

type SubscribersAsked = Asked<typeof subscriberListInput>;

interface SubscriberListPageProps {
  initial: SubscriberListView;
  asked: SubscribersAsked;
}

const hrefOf = (asked: Partial<SubscribersAsked>): Route =>
  addressOf('/outbox/subscribers', subscriberListInput, asked);

function sentence({ CONFIRMED, PENDING }: SubscriberListView['counts']): string {
  const follow = counted(CONFIRMED, 'address gets updates', 'addresses get updates');
  return PENDING > 0 ? `${follow}, ${PENDING} not confirmed yet` : follow;
}

/** Who follows the status page by mail. */
export function SubscriberListPage({ initial, asked }: SubscriberListPageProps) {
  const { data: view } = useQuery({ ...subscriberListQuery(asked), initialData: initial });
  const { counts } = view;
  const filters: [SubscriberShow, string, number][] = [
    ['all', 'All', counts.CONFIRMED + counts.PENDING + counts.UNSUBSCRIBED],
    ['confirmed', 'Confirmed', counts.CONFIRMED],
    ['pending', 'Not confirmed', counts.PENDING],
    ['unsubscribed', 'Unsubscribed', counts.UNSUBSCRIBED],
  ];
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Outbox', href: '/outbox' }, { label: 'Subscribers' }]}
        title={sentence(counts)}
        lead="Everybody here asked for updates, and confirmed the address by the link in a mail. They change or end it themselves."
      />
      <Card>
        <div className="card-h flex-wrap">
          <search>
            <form action={to('/outbox/subscribers')}>
              {asked.show === 'all' ? null : <input type="hidden" name="show" value={asked.show} />}
              <TextInput
                name="text"
                type="search"
                aria-label="Find an address"
                placeholder="Find an address"
                defaultValue={asked.text}
              />
            </form>
          </search>
          <SegmentedLinks
            label="Which subscribers"
            items={filters.map(([show, label, count]) => ({
              href: hrefOf({ show, text: asked.text }),
              label,
              count,
              current: show === asked.show,
            }))}
          />
        </div>
        <DataTable
          label="Subscribers"
          columns={subscriberColumns}
          rows={view.rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState card={false} icon="bell" title="Nobody is listed here">
              {asked.text
                ? `No address holds “${asked.text}”.`
                : 'Visitors of the status page subscribe under “Get updates”.'}
            </EmptyState>
          }
        />
        <Pager
          label="Subscribers"
          newerHref={asked.after ? hrefOf({ show: asked.show, text: asked.text }) : undefined}
          olderHref={view.next ? hrefOf({ ...asked, after: view.next }) : undefined}
        />
      </Card>
    </>
  );
}
