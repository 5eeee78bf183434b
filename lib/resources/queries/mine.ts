import { z } from 'zod';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { resourcePolicy } from '@/lib/resources/policy';
import { heldStates } from '@/lib/resources/schema';
import { allocationSelect, allocationView } from './allocation-view';
import { type AllocationView, allocationViewSchema } from './views';

/** What the caller is booked for, as a person and for the teams they answer for; what asks for an answer first. */
export const myAllocations = query({
  name: 'allocation.mine',
  input: z.object({}),
  answer: z.array(allocationViewSchema),
  allow: permit(resourcePolicy, 'allocation.mine'),
  run: async ({ db, ctx }): Promise<AllocationView[]> => {
    if (ctx.actor.kind !== 'member') return [];
    const { memberId } = ctx.actor;
    const now = ctx.now ?? new Date();
    const rows = await db.allocation.findMany({
      where: {
        state: { in: [...heldStates] },
        endsAt: { gt: now },
        resource: {
          OR: [
            { memberId },
            { team: { leadId: memberId } },
            { team: { leadId: null, members: { some: { memberId } } } },
          ],
        },
      },
      select: allocationSelect,
      orderBy: [{ state: 'asc' }, { startsAt: 'asc' }],
      take: 50,
    });
    return rows.map((row) => allocationView(row, ctx.actor, now));
  },
});
