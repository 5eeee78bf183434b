import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { allocationView, factsOf, lockAllocation, writeAllocation } from '@/lib/resources/allocation-rows';
import { assertAllocationVersion } from '@/lib/resources/assert-version';
import { allocationReleased } from '@/lib/resources/events';
import { allocationLifecycle } from '@/lib/resources/lifecycle';
import { isOwnAllocation } from '@/lib/resources/own';
import { resourcePolicy } from '@/lib/resources/policy';
import type { AllocationView } from '@/lib/resources/queries/views';
import { allocationViewSchema } from '@/lib/resources/queries/views';
import { releaseAllocationInput } from '@/lib/resources/schema';

/** Gives a resource back before its end, or takes a request back. @throws AppError `conflict` */
export const releaseAllocation = command({
  name: 'allocation.release',
  input: releaseAllocationInput,
  answer: allocationViewSchema,
  load: (tx, input) => lockAllocation(tx, input.allocationId),
  allow: permit(resourcePolicy, 'allocation.release', isOwnAllocation),
  run: async ({ tx, input, subject, ctx, now, record }): Promise<AllocationView> => {
    assertAllocationVersion(subject, input.version);
    allocationLifecycle.assertMove(subject.state, 'RELEASED');
    const row = await writeAllocation(tx, subject, { state: 'RELEASED', releasedAt: now });
    record(allocationReleased({ ...factsOf(row), reason: 'BY_HAND' }));
    return allocationView(row, ctx.actor, now);
  },
});
