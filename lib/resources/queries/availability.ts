import { type Booking, nextFree } from '@/lib/resources/rules/booking';
import { heldStates } from '@/lib/resources/schema';
import type { AllocationRow } from './allocation-view';
import type { ResourceView } from './views';

const halfHourMs = 1_800_000;

const held: readonly string[] = heldStates;

function bookingsOf(rows: readonly AllocationRow[]): Booking[] {
  return rows
    .filter(({ state }) => held.includes(state))
    .map(({ id, unit, startsAt, endsAt }) => ({ id, unit, from: startsAt, until: endsAt }));
}

/** How a resource stands now, from what is held of it. */
export function availability(resource: ResourceView, rows: readonly AllocationRow[], now: Date) {
  const bookings = bookingsOf(rows);
  const free = nextFree(bookings, resource.capacity, now, halfHourMs);
  return {
    usedNow: bookings.filter(({ from, until }) => from <= now && until > now).length,
    freeFrom: free.from.toISOString(),
    freeUntil: free.until?.toISOString() ?? null,
  };
}
