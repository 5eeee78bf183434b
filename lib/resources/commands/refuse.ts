import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { allocationRefused } from '@/lib/resources/events';
import { allocationLifecycle } from '@/lib/resources/lifecycle';
import { resourcePolicy } from '@/lib/resources/policy';
import { allocationView } from '@/lib/resources/queries/allocation-view';
import { type AllocationView, allocationViewSchema } from '@/lib/resources/queries/views';
import { refuseAllocationInput } from '@/lib/resources/schema';
import { allocationData, allocations } from '@/lib/resources/subject';

/** Says no, with a reason; the time is free for others at once. @throws AppError `conflict` */
export const refuseAllocation = command({
  name: 'allocation.refuse',
  input: refuseAllocationInput,
  answer: allocationViewSchema,
  subject: allocations,
  of: (input) => input.allocationId,
  allow: permit(resourcePolicy, 'allocation.answer'),
  run: async ({ tx, input, subject, ctx, now, record }): Promise<AllocationView> => {
    allocationLifecycle.assertMove(subject.state, 'REFUSED');
    const row = await allocations.write(tx, subject, {
      state: 'REFUSED',
      answeredAt: now,
      answerNote: input.reason,
    });
    record(allocationRefused(allocationData(row)));
    return allocationView(row, ctx.actor, now);
  },
});
