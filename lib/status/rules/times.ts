import { clockOf, type Instant, partsIn, zoneName, zoneOffset } from '@/lib/language/time';

/* How documents write times: absolute, in a named zone. A script may add "8 min ago"; nothing here depends on now. */

interface Parts {
  year: string;
  month: string;
  day: string;
  weekday: string;
  hour: string;
  minute: string;
}

function partsOf(at: Instant, zone: string): Parts {
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  };
  return partsIn(at, zone, options) as Parts;
}

/** The calendar day there: "2026-06-09". */
export function dayKey(at: Instant, zone: string): string {
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' };
  const { year, month, day } = partsIn(at, zone, options);
  return `${year}-${month}-${day}`;
}

/** "2026-06" */
export function monthKey(at: Instant, zone: string): string {
  return dayKey(at, zone).slice(0, 7);
}

/** "BST (UTC+1)"; just "GMT-5" where the name says it. */
export function zoneWords(at: Instant, zone: string): string {
  const name = zoneName(at, zone);
  const offset = zoneOffset(at, zone);
  return /^(GMT|UTC)/.test(name) ? name : `${name} (${offset})`;
}

/** "Sun 7 June" */
export function shortDay(at: Instant, zone: string): string {
  const { weekday, day, month } = partsOf(at, zone);
  return `${weekday.slice(0, 3)} ${day} ${month}`;
}

/** "Tuesday 9 June 2026" */
export function longDay(at: Instant, zone: string): string {
  const { weekday, day, month, year } = partsOf(at, zone);
  return `${weekday} ${day} ${month} ${year}`;
}

/** "7 June", "7 June 2025" when the year is not that of `asOf`. */
function dateNear(at: Instant, zone: string, asOf: Instant | null): string {
  const { day, month, year } = partsOf(at, zone);
  return asOf !== null && year === partsOf(asOf, zone).year ? `${day} ${month}` : `${day} ${month} ${year}`;
}

/** "14:10 BST" on the day of `asOf`, otherwise with its date first; without `asOf` the date is whole. */
export function stampOf(at: Instant, zone: string, asOf: Instant | null, { named = true } = {}): string {
  const clock = named ? `${clockOf(at, zone)} ${zoneName(at, zone)}` : clockOf(at, zone);
  const near = asOf !== null && dayKey(at, zone) === dayKey(asOf, zone);
  return near ? clock : `${dateNear(at, zone, asOf)}, ${clock}`;
}

/** "June 2026" for "2026-06". */
export function monthName(month: string): string {
  const { month: name, year } = partsOf(`${month}-15T12:00:00Z`, 'UTC');
  return `${name} ${year}`;
}

/** The day before or after a "2026-06-09". */
export function shiftDay(day: string, by: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

/** The month before or after a "2026-06". */
export function shiftMonth(month: string, by: number): string {
  const date = new Date(`${month}-15T12:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}
