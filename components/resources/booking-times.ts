import { instantOn, localDate, nextDate } from '@/lib/clocks/rules/office-time';

const halfDay = 12 * 3_600_000;

/** The time of day meant when somebody types it now: a time long over is that of tomorrow. */
function nextInstant(clock: string, zone: string, after: number): Date {
  const today = localDate(after, zone);
  const at = instantOn(today, clock, zone);
  return at.getTime() < after ? instantOn(nextDate(today), clock, zone) : at;
}

/** "14:20" out of "14:20", "14.20", "1420" or "9:05". */
function clockIn(text: string): string | null {
  const [, hour = '', minutes = ''] = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim()) ?? [];
  if (!minutes || Number(hour) > 23 || Number(minutes) > 59) return null;
  return `${hour.padStart(2, '0')}:${minutes}`;
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
  const [first, second] = [clockIn(from), clockIn(until)];
  if (!first || !second) return null;
  const start = nextInstant(first, zone, now - halfDay);
  return { from: start, until: nextInstant(second, zone, start.getTime() + 1) };
}
