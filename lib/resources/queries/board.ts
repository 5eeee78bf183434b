import type { Db } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { resourcePolicy } from '@/lib/resources/policy';
import { heldStates, listResourcesInput } from '@/lib/resources/schema';
import { type AllocationRow, allocationSelect, allocationView } from './allocation-view';
import { availability } from './availability';
import { bookableResources } from './bookable-resources';
import { type BoardRow, type BoardView, boardViewSchema } from './views';

const hourMs = 3_600_000;
const halfHourMs = 1_800_000;
const mostMs = 14 * 24 * hourMs;

/** Allocations of a stretch of time, and all that is still held after it, by resource. */
async function rowsBetween(db: Db, from: Date, until: Date): Promise<Map<string, AllocationRow[]>> {
  const rows = await db.allocation.findMany({
    where: {
      OR: [
        { startsAt: { lt: until }, endsAt: { gt: from } },
        { state: { in: [...heldStates] }, endsAt: { gt: from } },
      ],
    },
    select: allocationSelect,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  return Map.groupBy(rows, (row) => row.resource.id);
}

/** Who is where, until when: every resource with its bookings. @throws AppError `invalid` */
export const resourceBoard = query({
  name: 'resource.list',
  input: listResourcesInput,
  answer: boardViewSchema,
  allow: permit(resourcePolicy, 'resource.list'),
  run: async ({ db, input, ctx }): Promise<BoardView> => {
    const now = ctx.now ?? new Date();
    // From a full hour on, so that the labels of the lanes are full hours.
    const from = input.from ?? new Date(Math.floor((now.getTime() - halfHourMs) / hourMs) * hourMs);
    const until = input.until ?? new Date(from.getTime() + 6 * hourMs);
    const length = until.getTime() - from.getTime();
    if (length <= 0 || length > mostMs) throw new AppError('invalid', 'Show at most 14 days at once.');
    const byResource = await rowsBetween(db, from, until);
    const resources = await bookableResources(db, now, input.archived);
    const rows = resources.map((resource): BoardRow => {
      const own = byResource.get(resource.id) ?? [];
      const shown = own.filter(({ startsAt, endsAt }) => startsAt < until && endsAt > from);
      const allocations = shown.map((row) => allocationView(row, ctx.actor, now));
      return { ...resource, ...availability(resource, own, now), allocations };
    });
    return { from: from.toISOString(), until: until.toISOString(), now: now.toISOString(), rows };
  },
});
