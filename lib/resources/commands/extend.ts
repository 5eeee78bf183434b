import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { allocationExtended } from '@/lib/resources/events';
import { freeUnitFor } from '@/lib/resources/free-unit';
import { allocationLifecycle } from '@/lib/resources/lifecycle';
import { resourcePolicy } from '@/lib/resources/policy';
import { allocationView } from '@/lib/resources/queries/allocation-view';
import { resourceView } from '@/lib/resources/queries/resource-view';
import { type AllocationView, allocationViewSchema } from '@/lib/resources/queries/views';
import { extendAllocationInput } from '@/lib/resources/schema';
import { allocationData, allocations } from '@/lib/resources/subject';

/**
 * Moves the expected end: by minutes, or to an instant. Another free unit is taken where the own one is booked next.
 * @throws AppError `conflict` with a `BookingRefusal` as details when the time belongs to somebody else, `invalid`
 */
export const extendAllocation = command({
  input: extendAllocationInput,
  answer: allocationViewSchema,
  subject: allocations,
  of: (input) => input.allocationId,
  allow: permit(resourcePolicy, 'allocation.extend'),
  run: async ({ tx, input, subject, ctx, now, record }): Promise<AllocationView> => {
    if (allocationLifecycle.isFinal(subject.state)) {
      throw new AppError('conflict', 'This booking is over. Ask for the resource again.');
    }
    const until = input.until ?? new Date(subject.endsAt.getTime() + (input.minutes ?? 0) * 60_000);
    if (until <= subject.endsAt) {
      const sentence = 'Choose a later end than the one booked. Release it to end earlier.';
      throw new AppError('invalid', sentence, { fields: { until: [sentence] } });
    }
    const { name } = resourceView(subject.resource, now);
    const unit = await freeUnitFor(tx, {
      resource: { id: subject.resource.id, name },
      from: subject.startsAt,
      until,
      now,
      except: subject.id,
    });
    const row = await allocations.write(tx, subject, { endsAt: until, unit });
    record(allocationExtended({ ...allocationData(row), from: subject.endsAt.toISOString() }));
    return allocationView(row, ctx.actor, now);
  },
});
