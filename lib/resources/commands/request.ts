import { command } from '@/lib/platform/command';
import type { Actor } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import { isolated } from '@/lib/platform/rules/isolate';
import { allocationRequested, allocationStarted } from '@/lib/resources/events';
import { freeUnitFor } from '@/lib/resources/free-unit';
import { resourcePolicy } from '@/lib/resources/policy';
import { purposeOf } from '@/lib/resources/purpose';
import { allocationSelect, allocationView } from '@/lib/resources/queries/allocation-view';
import { type ResourceRow, resourceView } from '@/lib/resources/queries/resource-view';
import { type AllocationView, allocationViewSchema } from '@/lib/resources/queries/views';
import { requestAllocationInput } from '@/lib/resources/schema';
import { allocationData, resources } from '@/lib/resources/subject';

const mostBackMs = 24 * 3_600_000;

/** @throws AppError `invalid` when the time is over, or begins longer ago than anybody remembers */
function spanOf(
  given: { from?: Date | undefined; until?: Date | undefined; minutes?: number | undefined },
  now: Date,
) {
  const from = given.from ?? now;
  const until = given.until ?? new Date(from.getTime() + (given.minutes ?? 0) * 60_000);
  const refuse = (field: string, sentence: string) =>
    new AppError('invalid', sentence, { fields: { [field]: [sentence] } });
  if (until <= from) throw refuse('until', 'The end lies before the beginning.');
  if (until <= now) throw refuse('until', 'This time is over already.');
  if (now.getTime() - from.getTime() > mostBackMs) throw refuse('from', 'Begin at most a day ago.');
  return { from, until };
}

/** @throws AppError `precondition` */
function assertBookable(row: ResourceRow, name: string): void {
  const gone = row.archivedAt ?? row.member?.disabledAt ?? row.team?.archivedAt ?? null;
  if (!gone && row.member?.role !== 'USER') return;
  throw new AppError('precondition', `${isolated(name)} cannot be booked any more. Choose another.`);
}

/** Things answer nobody, and who books oneself has said yes. */
function answeredAtOnce(row: ResourceRow, actor: Actor): boolean {
  if (row.kind === 'EQUIPMENT') return true;
  return actor.kind === 'member' && row.member?.id === actor.memberId;
}

/**
 * Asks for a resource, from a time until a time, for an incident or a run; nobody is booked twice beyond the capacity.
 * @throws AppError `conflict` with a `BookingRefusal` as details, `precondition`, `not_found`, `invalid`
 */
export const requestAllocation = command({
  input: requestAllocationInput,
  answer: allocationViewSchema,
  load: async (tx, input) => ({
    purpose: await purposeOf(tx, input),
    resource: await resources.lock(tx, input.resourceId),
  }),
  allow: permit(resourcePolicy, 'allocation.request'),
  run: async ({ tx, input, subject, ctx, now, record }): Promise<AllocationView> => {
    const { resource, purpose } = subject;
    const { name } = resourceView(resource, now);
    assertBookable(resource, name);
    const { from, until } = spanOf(input, now);
    const unit = await freeUnitFor(tx, { resource: { id: resource.id, name }, from, until, now });
    const accepted = answeredAtOnce(resource, ctx.actor);
    const state = !accepted ? 'REQUESTED' : from <= now ? 'ACTIVE' : 'ACCEPTED';
    const row = await tx.allocation.create({
      data: {
        id: newId(),
        resourceId: resource.id,
        unit,
        ...purpose,
        aspect: input.aspect,
        state,
        startsAt: from,
        endsAt: until,
        requestedById: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
        note: input.note || null,
        answeredAt: accepted ? now : null,
      },
      select: allocationSelect,
    });
    record(allocationRequested({ ...allocationData(row), unit, accepted }));
    if (state === 'ACTIVE') record(allocationStarted(allocationData(row)));
    return allocationView(row, ctx.actor, now);
  },
});
