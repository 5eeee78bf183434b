import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { allocationView, factsOf, lockAllocation, writeAllocation } from '@/lib/resources/allocation-rows';
import { assertAllocationVersion } from '@/lib/resources/assert-version';
import { allocationAccepted, allocationStarted } from '@/lib/resources/events';
import { allocationLifecycle } from '@/lib/resources/lifecycle';
import { isOwnAllocation } from '@/lib/resources/own';
import { resourcePolicy } from '@/lib/resources/policy';
import type { AllocationView } from '@/lib/resources/queries/views';
import { allocationViewSchema } from '@/lib/resources/queries/views';
import { acceptAllocationInput } from '@/lib/resources/schema';

/** Says yes; work begins at once when its time has begun. @throws AppError `conflict` */
export const acceptAllocation = command({
  name: 'allocation.accept',
  input: acceptAllocationInput,
  answer: allocationViewSchema,
  load: (tx, input) => lockAllocation(tx, input.allocationId),
  allow: permit(resourcePolicy, 'allocation.answer', isOwnAllocation),
  run: async ({ tx, input, subject, ctx, now, record }): Promise<AllocationView> => {
    assertAllocationVersion(subject, input.version);
    allocationLifecycle.assertMove(subject.state, 'ACCEPTED');
    const begun = subject.startsAt <= now;
    const row = await writeAllocation(tx, subject, {
      state: begun ? 'ACTIVE' : 'ACCEPTED',
      answeredAt: now,
      answerNote: input.note || null,
    });
    record(allocationAccepted(factsOf(row)));
    if (begun) record(allocationStarted(factsOf(row)));
    return allocationView(row, ctx.actor, now);
  },
});
