import { clockOf, type Instant, zoneName } from '@/lib/language/time';
import { countdown, exactDuration } from '@/lib/platform/rules/duration';

/* Words for instants. Every function takes a Date, an ISO string or milliseconds; `now` is in milliseconds. */

const minute = 60_000;
const day = 24 * 60;

const formatters = new Map<string, Intl.DateTimeFormat>();

function format(at: Instant, zone: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${zone} ${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
    formatters.set(key, formatter);
  }
  return formatter.format(new Date(at));
}

/** Instants are compared as the clocks on the wall show them: in whole minutes. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.floor(new Date(to).getTime() / minute) - Math.floor(new Date(from).getTime() / minute);
}

/** "Tue 9 June"; with the year instead of the weekday when it is not this year's. */
export function dateOf(at: Instant, zone: string, now: number): string {
  const sameYear = format(at, zone, { year: 'numeric' }) === format(now, zone, { year: 'numeric' });
  if (!sameYear) return format(at, zone, { day: 'numeric', month: 'long', year: 'numeric' });
  const weekday = format(at, zone, { weekday: 'short' });
  return `${weekday} ${format(at, zone, { day: 'numeric', month: 'long' })}`;
}

/** "Tuesday 9 June 2026, 14:10:04 BST", for titles and records. */
export function exactOf(at: Instant, zone: string): string {
  const date = `${format(at, zone, { weekday: 'long' })} ${format(at, zone, { day: 'numeric', month: 'long', year: 'numeric' })}`;
  const time = format(at, zone, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  return `${date}, ${time} ${zoneName(at, zone)}`;
}

type Reading = { zone: string; now: number; named?: boolean | undefined };

/** "14:10 BST"; over 24 hours away the date comes first: "Tue 9 June, 14:10 BST". */
export function whenOf(at: Instant, { zone, now, named = true }: Reading): string {
  const time = named ? `${clockOf(at, zone)} ${zoneName(at, zone)}` : clockOf(at, zone);
  return Math.abs(minutesBetween(at, now)) > day ? `${dateOf(at, zone, now)}, ${time}` : time;
}

/** "37 min": the time between two instants, as the clock on the wall shows it; under a minute "< 1 min". */
export function spanOf(from: Instant, to: Instant): string {
  const minutes = minutesBetween(from, to);
  return minutes < 1 ? '< 1 min' : exactDuration(minutes * 60);
}

/** "8 min ago", "just now", "in 12 min", "3 days ago" */
export function relativeOf(at: Instant, now: number): string {
  return countdown(minutesBetween(now, at) * 60);
}

/** "14:40 to 15:05 BST"; the date first when the range is over 24 hours away. */
export function rangeOf(from: Instant, to: Instant, { zone, now }: Reading): string {
  const start = whenOf(from, { zone, now, named: false });
  const sameDay = dateOf(from, zone, now) === dateOf(to, zone, now);
  const end = sameDay ? clockOf(to, zone) : `${dateOf(to, zone, now)}, ${clockOf(to, zone)}`;
  return `${start} to ${end} ${zoneName(to, zone)}`;
}
