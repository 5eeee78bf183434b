'use client';

import { useQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import { z } from 'zod';
import { useMemberActs } from '@/components/console/member-acts';
import { Card } from '@/components/ui/card';
import { classNames } from '@/components/ui/class-names';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { LinkButton } from '@/components/ui/link-button';
import { Note } from '@/components/ui/note';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { SegmentedLinks } from '@/components/ui/segmented';
import { dateOf } from '@/components/ui/time-words';
import {
  type DeliveryListView,
  type DeliveryView,
  deliveryListInput,
  type Show,
} from '@/lib/deliveries/queries/views';
import { type DeliveryState, deliveryStateLabel, deliveryStateMeaning } from '@/lib/deliveries/schema';
import { addressOf, type ListFilter } from '@/lib/platform/rules/address';
import { DeliveryPanel } from './delivery-panel';
import { outboxColumns } from './outbox-columns';
import { outboxSentence } from './outbox-words';
import { deliveryListQuery } from './queries';
import { RetryAllButton } from './retry-all-button';

interface OutboxPageProps {
  initial: DeliveryListView;
  /** The message that is looked at. */
  selected: DeliveryView | null;
  filter: ListFilter<typeof deliveryListInput>;
  /** The message was asked for, rather than being the first of the list. */
  chosen: boolean;
}

/** The address carries the message that is looked at, too. */
const outboxAddress = deliveryListInput.extend({ id: z.uuid().optional() });

const hrefOf = (filter: Partial<ListFilter<typeof outboxAddress>>): Route =>
  addressOf('/outbox', outboxAddress, filter);

const totals: DeliveryState[] = ['SENT', 'PENDING', 'RETRY', 'DEAD', 'SUPPRESSED'];

function Totals({ counts }: Pick<DeliveryListView, 'counts'>) {
  return (
    <dl className="card delivery-totals">
      {totals.map((state) => (
        <div key={state} title={deliveryStateMeaning[state]}>
          <dt>{deliveryStateLabel[state]}</dt>
          <dd className={state === 'DEAD' && counts.DEAD > 0 ? 'bad' : undefined}>{counts[state]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Every message that Standby sends, and what became of it. */
export function OutboxPage({ initial, selected, filter, chosen }: OutboxPageProps) {
  const canList = useMemberActs().includes('subscriber.list');
  const { data: view } = useQuery({ ...deliveryListQuery(filter), initialData: initial });
  const { counts, rows, mailServer, zone } = view;
  const shown = selected?.id ?? rows[0]?.id;
  const filters: [Show, string, number | undefined][] = [
    ['all', 'All', undefined],
    ['needs-you', 'Needs you', counts.RETRY + counts.DEAD],
    ['suppressed', 'Suppressed', counts.SUPPRESSED],
  ];
  return (
    <>
      <PageHeader
        title={outboxSentence(counts, mailServer)}
        lead={`Every message Standby sends, one row for each person or address. Sent and suppressed are those of today, ${dateOf(view.now, zone, Date.parse(view.now))}.`}
        actions={canList ? <LinkButton href="/outbox/subscribers">Subscribers</LinkButton> : null}
      />
      <Totals counts={counts} />
      <div className="twocol mt-5">
        <Card>
          <FilterBar>
            <SegmentedLinks
              label="State"
              items={filters.map(([show, label, count]) => ({
                href: hrefOf({ show }),
                label,
                count,
                current: show === filter.show,
              }))}
            />
            {mailServer && counts.RETRY + counts.DEAD > 0 ? <RetryAllButton counts={counts} /> : null}
          </FilterBar>
          <DataTable
            label="Messages"
            className="delivery-table"
            columns={outboxColumns(view)}
            rows={rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => hrefOf({ ...filter, id })}
            rowTone={({ id }) => (id === shown ? 'selected' : undefined)}
            empty={<EmptyOutbox show={filter.show} />}
          />
          <Pager
            label="Messages"
            newerHref={filter.after ? hrefOf({ show: filter.show }) : undefined}
            olderHref={view.next ? hrefOf({ show: filter.show, after: view.next }) : undefined}
          />
        </Card>
        <aside className={classNames('stack', chosen && 'max-lg:order-first')}>
          {shown ? (
            <div className={chosen ? undefined : 'max-lg:hidden'}>
              <DeliveryPanel
                key={shown}
                id={shown}
                initial={selected?.id === shown ? selected : null}
                zone={zone}
                mailServer={mailServer}
              />
            </div>
          ) : null}
          {mailServer ? null : <NoMailServer />}
        </aside>
      </div>
    </>
  );
}

function NoMailServer() {
  return (
    <Note title="No mail server is set up.">
      Every email stays here as Pending, with its links, so that a trial works without one. To send them,
      start Standby with <code className="mono">SMTP_URL</code> and <code className="mono">MAIL_FROM</code>:
      what is not older than a day goes out then.
    </Note>
  );
}

function EmptyOutbox({ show }: { show: Show }) {
  if (show === 'needs-you') {
    return (
      <EmptyState card={false} icon="check" title="Nothing needs you">
        Every message was delivered, or is on its way.
      </EmptyState>
    );
  }
  if (show === 'suppressed') {
    return (
      <EmptyState card={false} icon="send" title="Nothing was held back">
        Messages to people who unsubscribed, or to addresses that bounced, are listed here with the reason.
      </EmptyState>
    );
  }
  return (
    <EmptyState card={false} icon="send" title="Nothing has been sent yet">
      The receipt of a report, an update, an invitation: each message appears here as soon as it is made.
    </EmptyState>
  );
}
