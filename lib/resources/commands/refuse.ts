import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { allocationView, factsOf, lockAllocation, writeAllocation } from '@/lib/resources/allocation-rows';
import { assertAllocationVersion } from '@/lib/resources/assert-version';
import { allocationRefused } from '@/lib/resources/events';
import { allocationLifecycle } from '@/lib/resources/lifecycle';
import { isOwnAllocation } from '@/lib/resources/own';
import { resourcePolicy } from '@/lib/resources/policy';
import type { AllocationView } from '@/lib/resources/queries/views';
import { allocationViewSchema } from '@/lib/resources/queries/views';
import { refuseAllocationInput } from '@/lib/resources/schema';

/** Says no, with a reason; the time is free for others at once. @throws AppError `conflict` */
export const refuseAllocation = command({
  name: 'allocation.refuse',
  input: refuseAllocationInput,
  answer: allocationViewSchema,
  load: (tx, input) => lockAllocation(tx, input.allocationId),
  allow: permit(resourcePolicy, 'allocation.answer', isOwnAllocation),
  run: async ({ tx, input, subject, ctx, now, record }): Promise<AllocationView> => {
    assertAllocationVersion(subject, input.version);
    allocationLifecycle.assertMove(subject.state, 'REFUSED');
    const row = await writeAllocation(tx, subject, {
      state: 'REFUSED',
      answeredAt: now,
      answerNote: input.reason,
    });
    record(allocationRefused(factsOf(row)));
    return allocationView(row, ctx.actor, now);
  },
});
