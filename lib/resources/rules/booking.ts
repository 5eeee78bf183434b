/** A unit of a resource, held from one instant to another; the end is free again. */
export interface Booking {
  id: string;
  /** 1 to the capacity. */
  unit: number;
  from: Date;
  until: Date;
}

const overlaps = (booking: Booking, from: Date, until: Date) => booking.from < until && booking.until > from;

function unitsOf(capacity: number): number[] {
  return Array.from({ length: capacity }, (_, index) => index + 1);
}

/** The first unit that nobody holds at any moment of the time asked for; null when there is none. */
export function freeUnit(
  bookings: readonly Booking[],
  capacity: number,
  { from, until }: { from: Date; until: Date },
): number | null {
  const busy = new Set(bookings.filter((one) => overlaps(one, from, until)).map(({ unit }) => unit));
  return unitsOf(capacity).find((unit) => !busy.has(unit)) ?? null;
}

export interface FreeTime {
  unit: number;
  from: Date;
  /** When the next booking of the unit begins; null without one. */
  until: Date | null;
}

function freeOf(unit: number, bookings: readonly Booking[], from: Date, milliseconds: number): FreeTime {
  const own = bookings.filter((one) => one.unit === unit);
  let at = from;
  for (const booking of own.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    if (booking.until <= at) continue;
    if (booking.from.getTime() - at.getTime() >= milliseconds) return { unit, from: at, until: booking.from };
    at = booking.until;
  }
  return { unit, from: at, until: null };
}

/** The earliest time from `from` on at which one unit is free for so many milliseconds in one go. */
export function nextFree(
  bookings: readonly Booking[],
  capacity: number,
  from: Date,
  milliseconds: number,
): FreeTime {
  const times = unitsOf(Math.max(1, capacity)).map((unit) => freeOf(unit, bookings, from, milliseconds));
  return times.reduce((best, one) => (one.from < best.from ? one : best));
}

/** The first booking of a unit that stands in the way of the time asked for. */
export function clashOf(
  bookings: readonly Booking[],
  unit: number,
  { from, until }: { from: Date; until: Date },
): Booking | null {
  const found = bookings.filter((one) => one.unit === unit && overlaps(one, from, until));
  return found.toSorted((a, b) => a.from.getTime() - b.from.getTime())[0] ?? null;
}
