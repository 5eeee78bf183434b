import type { Db } from '@/lib/database/db';
import { newestFirst } from '@/lib/platform/answers/paging';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { subscriberPolicy } from '@/lib/subscribers/policy';
import { type SubscriberState, subscriberListInput } from '@/lib/subscribers/schema';
import type { Prisma } from '@/prisma/generated/client';
import { type SubscriberListView, type SubscriberRow, subscriberListViewSchema } from './views';

const select = {
  id: true,
  kind: true,
  address: true,
  state: true,
  minimumSeverity: true,
  allServices: true,
  createdAt: true,
  confirmedAt: true,
  unsubscribedAt: true,
  services: { select: { service: { select: { name: true } } } },
} satisfies Prisma.SubscriberSelect;

type Row = Prisma.SubscriberGetPayload<{ select: typeof select }>;

function rowView({ allServices, services, ...row }: Row): SubscriberRow {
  return {
    ...row,
    services: allServices ? [] : services.map(({ service }) => service.name),
    createdAt: row.createdAt.toISOString(),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    unsubscribedAt: row.unsubscribedAt?.toISOString() ?? null,
  };
}

async function countStates(db: Db): Promise<Record<SubscriberState, number>> {
  const counts = { PENDING: 0, CONFIRMED: 0, UNSUBSCRIBED: 0 };
  const groups = await db.subscriber.groupBy({ by: ['state'], _count: { _all: true } });
  for (const { state, _count } of groups) counts[state] = _count._all;
  return counts;
}

/** Newest first. `text` finds addresses. */
export const listSubscribers = query({
  name: 'subscriber.list',
  input: subscriberListInput,
  answer: subscriberListViewSchema,
  allow: permit(subscriberPolicy, 'subscriber.list'),
  run: async ({ db, input }): Promise<SubscriberListView> => {
    const state = input.show === 'all' ? {} : { state: input.show.toUpperCase() as SubscriberState };
    const text = input.text ? { address: { contains: input.text.toLowerCase() } } : {};
    const rows = await db.subscriber.findMany({
      where: { AND: [state, text, newestFirst.after(input.after)] },
      select,
      orderBy: newestFirst.orderBy,
      take: input.limit + 1,
    });
    const { page, next } = newestFirst.page(rows, input.limit);
    return {
      rows: page.map(rowView),
      next,
      counts: await countStates(db),
    };
  },
});
