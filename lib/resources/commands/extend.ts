import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { allocationView, factsOf, lockAllocation, writeAllocation } from '@/lib/resources/allocation-rows';
import { assertAllocationVersion } from '@/lib/resources/assert-version';
import { unitFor } from '@/lib/resources/booking';
import { allocationExtended } from '@/lib/resources/events';
import { allocationLifecycle } from '@/lib/resources/lifecycle';
import { isOwnAllocation } from '@/lib/resources/own';
import { resourcePolicy } from '@/lib/resources/policy';
import type { AllocationView } from '@/lib/resources/queries/views';
import { allocationViewSchema } from '@/lib/resources/queries/views';
import { resourceView } from '@/lib/resources/rows';
import { extendAllocationInput } from '@/lib/resources/schema';

/**
 * Moves the expected end: by minutes, or to an instant. Another free unit is taken where the own one is booked next.
 * @throws AppError `conflict` with a `BookingRefusal` as details when the time belongs to somebody else, `invalid`
 */
export const extendAllocation = command({
  name: 'allocation.extend',
  input: extendAllocationInput,
  answer: allocationViewSchema,
  load: (tx, input) => lockAllocation(tx, input.allocationId),
  allow: permit(resourcePolicy, 'allocation.extend', isOwnAllocation),
  run: async ({ tx, input, subject, ctx, now, record }): Promise<AllocationView> => {
    assertAllocationVersion(subject, input.version);
    if (allocationLifecycle.isFinal(subject.state)) {
      throw new AppError('conflict', 'This booking is over. Ask for the resource again.');
    }
    const until = input.until ?? new Date(subject.endsAt.getTime() + (input.minutes ?? 0) * 60_000);
    if (until <= subject.endsAt) {
      const sentence = 'Choose a later end than the one booked. Release it to end earlier.';
      throw new AppError('invalid', sentence, { fields: { until: [sentence] } });
    }
    const { name } = resourceView(subject.resource, now);
    const unit = await unitFor(tx, {
      resource: { id: subject.resource.id, name },
      from: subject.startsAt,
      until,
      now,
      except: subject.id,
    });
    const row = await writeAllocation(tx, subject, { endsAt: until, unit });
    record(allocationExtended({ ...factsOf(row), from: subject.endsAt.toISOString() }));
    return allocationView(row, ctx.actor, now);
  },
});
