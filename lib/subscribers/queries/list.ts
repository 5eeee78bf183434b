import type { Db } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { subscriberPolicy } from '@/lib/subscribers/policy';
import {
  type SubscriberListView,
  type SubscriberRow,
  type SubscriberState,
  subscriberListInput,
} from '@/lib/subscribers/schema';
import type { Prisma } from '@/prisma/generated/client';

const select = {
  id: true,
  kind: true,
  address: true,
  state: true,
  minimumSeverity: true,
  wantsMaintenance: true,
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

/** @throws AppError `invalid` for a cursor that was not given out here */
function before(cursor: string | undefined): Prisma.SubscriberWhereInput {
  if (!cursor) return {};
  const [at = '', id = ''] = cursor.split('_');
  const createdAt = new Date(at);
  if (Number.isNaN(createdAt.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new AppError('invalid', 'This page of the list does not exist. Start again from its beginning.');
  }
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
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
  allow: permit(subscriberPolicy, 'subscriber.list'),
  run: async ({ db, input }): Promise<SubscriberListView> => {
    const state = input.show === 'all' ? {} : { state: input.show.toUpperCase() as SubscriberState };
    const text = input.text ? { address: { contains: input.text.toLowerCase() } } : {};
    const rows = await db.subscriber.findMany({
      where: { AND: [state, text, before(input.after)] },
      select,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: input.limit + 1,
    });
    const shown = rows.slice(0, input.limit);
    const last = shown.at(-1);
    return {
      rows: shown.map(rowView),
      next: rows.length > input.limit && last ? `${last.createdAt.toISOString()}_${last.id}` : null,
      counts: await countStates(db),
    };
  },
});
