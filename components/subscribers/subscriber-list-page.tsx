'use client';

import { useQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { SearchForm } from '@/components/ui/search-form';
import { SegmentedLinks } from '@/components/ui/segmented';
import { counted } from '@/lib/language/words';
import { addressOf, type ListFilter } from '@/lib/platform/rules/address';
import type { SubscriberListView } from '@/lib/subscribers/queries/views';
import { type SubscriberShow, subscriberListInput } from '@/lib/subscribers/schema';
import { subscriberListQuery } from './queries';
import { subscriberColumns } from './subscriber-columns';

type SubscriberFilter = ListFilter<typeof subscriberListInput>;

interface SubscriberListPageProps {
  initial: SubscriberListView;
  filter: SubscriberFilter;
}

const hrefOf = (filter: Partial<SubscriberFilter>): Route =>
  addressOf('/outbox/subscribers', subscriberListInput, filter);

function sentence({ CONFIRMED, PENDING }: SubscriberListView['counts']): string {
  const follow = counted(CONFIRMED, 'address gets updates', 'addresses get updates');
  return PENDING > 0 ? `${follow}, ${PENDING} not confirmed yet` : follow;
}

/** Who follows the status page by mail. */
export function SubscriberListPage({ initial, filter }: SubscriberListPageProps) {
  const { data: view } = useQuery({ ...subscriberListQuery(filter), initialData: initial });
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
        <FilterBar>
          <SearchForm
            label="Find an address"
            value={filter.text}
            hrefOf={(text) => hrefOf({ show: filter.show, text })}
          />
          <SegmentedLinks
            label="Which subscribers"
            items={filters.map(([show, label, count]) => ({
              href: hrefOf({ show, text: filter.text }),
              label,
              count,
              current: show === filter.show,
            }))}
          />
        </FilterBar>
        <DataTable
          label="Subscribers"
          columns={subscriberColumns}
          rows={view.rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState card={false} icon="bell" title="Nobody is listed here">
              {filter.text
                ? `No address holds “${filter.text}”.`
                : 'Visitors of the status page subscribe under “Get updates”.'}
            </EmptyState>
          }
        />
        <Pager
          label="Subscribers"
          newerHref={filter.after ? hrefOf({ show: filter.show, text: filter.text }) : undefined}
          olderHref={view.next ? hrefOf({ ...filter, after: view.next }) : undefined}
        />
      </Card>
    </>
  );
}
