import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { allocationReleased } from '@/lib/resources/events';
import { allocationLifecycle } from '@/lib/resources/lifecycle';
import { resourcePolicy } from '@/lib/resources/policy';
import { allocationView } from '@/lib/resources/queries/allocation-view';
import { type AllocationView, allocationViewSchema } from '@/lib/resources/queries/views';
import { releaseAllocationInput } from '@/lib/resources/schema';
import { allocationData, allocations } from '@/lib/resources/subject';

/** Gives a resource back before its end, or takes a request back. @throws AppError `conflict` */
export const releaseAllocation = command({
  input: releaseAllocationInput,
  answer: allocationViewSchema,
  subject: allocations,
  of: (input) => input.allocationId,
  allow: permit(resourcePolicy, 'allocation.release'),
  run: async ({ tx, subject, ctx, now, record }): Promise<AllocationView> => {
    allocationLifecycle.assertMove(subject.state, 'RELEASED');
    const row = await allocations.write(tx, subject, { state: 'RELEASED', releasedAt: now });
    record(allocationReleased({ ...allocationData(row), reason: 'BY_HAND' }));
    return allocationView(row, ctx.actor, now);
  },
});
