import { instantOn, localDate, nextDate } from '@/lib/clocks/office-time';

const halfDay = 12 * 3_600_000;

/** The time of day meant when somebody types it now: a time long over is that of tomorrow. */
function meant(clock: string, zone: string, after: number): Date {
  const today = localDate(after, zone);
  const at = instantOn(today, clock, zone);
  return at.getTime() < after ? instantOn(nextDate(today), clock, zone) : at;
}

export interface BookingTimes {
  from: Date;
  until: Date;
}

/**
 * Two times of day, "14:20" and "15:00", as instants there: the first from twelve hours ago on, the second after the
 * first. Null when one of them is no time.
 */
export function bookingTimes(from: string, until: string, zone: string, now: number): BookingTimes | null {
  const form = /^([01]\d|2[0-3]):[0-5]\d$/;
  if (!form.test(from) || !form.test(until)) return null;
  const start = meant(from, zone, now - halfDay);
  return { from: start, until: meant(until, zone, start.getTime() + 1) };
}
