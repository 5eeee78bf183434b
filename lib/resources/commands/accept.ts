import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { allocationAccepted, allocationStarted } from '@/lib/resources/events';
import { allocationLifecycle } from '@/lib/resources/lifecycle';
import { resourcePolicy } from '@/lib/resources/policy';
import { allocationView } from '@/lib/resources/queries/allocation-view';
import { type AllocationView, allocationViewSchema } from '@/lib/resources/queries/views';
import { acceptAllocationInput } from '@/lib/resources/schema';
import { allocationData, allocations } from '@/lib/resources/subject';

/** Says yes; work begins at once when its time has begun. @throws AppError `conflict` */
export const acceptAllocation = command({
  name: 'allocation.accept',
  input: acceptAllocationInput,
  answer: allocationViewSchema,
  subject: allocations,
  of: (input) => input.allocationId,
  allow: permit(resourcePolicy, 'allocation.answer'),
  run: async ({ tx, input, subject, ctx, now, record }): Promise<AllocationView> => {
    allocationLifecycle.assertMove(subject.state, 'ACCEPTED');
    const begun = subject.startsAt <= now;
    const row = await allocations.write(tx, subject, {
      state: begun ? 'ACTIVE' : 'ACCEPTED',
      answeredAt: now,
      answerNote: input.note || null,
    });
    record(allocationAccepted(allocationData(row)));
    if (begun) record(allocationStarted(allocationData(row)));
    return allocationView(row, ctx.actor, now);
  },
});
