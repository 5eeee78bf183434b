import { instantOn, localDate } from '@/lib/clocks/rules/office-time';
import type { Db } from '@/lib/database/db';
import { deliveryPolicy } from '@/lib/deliveries/policy';
import type { DeliveryState } from '@/lib/deliveries/schema';
import { hasMailServer } from '@/lib/deliveries/sending/mail-server';
import { newestFirst } from '@/lib/platform/answers/paging';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { currentSettings } from '@/lib/settings/in-force';
import type { Prisma } from '@/prisma/generated/client';
import { rowSelect, rowView } from './row';
import { type DeliveryListView, deliveryListInput, deliveryListViewSchema, type Show } from './views';

const states: Record<Show, Prisma.DeliveryWhereInput> = {
  all: {},
  'needs-you': { state: { in: ['RETRY', 'DEAD'] } },
  suppressed: { state: 'SUPPRESSED' },
};

/** What is done counts since midnight; what is not, whenever it was made. */
async function countStates(db: Db, since: Date): Promise<Record<DeliveryState, number>> {
  const counts = { PENDING: 0, SENT: 0, RETRY: 0, DEAD: 0, SUPPRESSED: 0 };
  const groups = await db.delivery.groupBy({
    by: ['state'],
    where: {
      OR: [
        { state: { in: ['PENDING', 'RETRY', 'DEAD'] } },
        { state: { in: ['SENT', 'SUPPRESSED'] }, createdAt: { gte: since } },
      ],
    },
    _count: { _all: true },
  });
  for (const { state, _count } of groups) counts[state] = _count._all;
  return counts;
}

/** Newest first, one row for each person or address. */
export const listDeliveries = query({
  name: 'delivery.list',
  input: deliveryListInput,
  answer: deliveryListViewSchema,
  allow: permit(deliveryPolicy, 'delivery.list'),
  run: async ({ db, input, ctx }): Promise<DeliveryListView> => {
    const now = ctx.now ?? new Date();
    const { zone } = (await currentSettings(db)).organisation;
    const rows = await db.delivery.findMany({
      where: {
        AND: [
          states[input.show],
          input.update ? { updateId: input.update } : {},
          newestFirst.after(input.after),
        ],
      },
      select: rowSelect,
      orderBy: newestFirst.orderBy,
      take: input.limit + 1,
    });
    const { page, next } = newestFirst.page(rows, input.limit);
    return {
      rows: page.map(rowView),
      next,
      counts: await countStates(db, instantOn(localDate(now, zone), '00:00', zone)),
      mailServer: hasMailServer(),
      now: now.toISOString(),
      zone,
    };
  },
});
