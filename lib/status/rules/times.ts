import { counted } from '@/lib/language/words';

/* How documents write times: absolute, in a named zone. A script may add "8 min ago"; nothing here depends on now. */

type At = string | Date;

interface Parts {
  year: string;
  month: string;
  day: string;
  weekday: string;
  hour: string;
  minute: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(key: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${key} ${zone}`;
  let made = formats.get(name);
  if (!made) {
    made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
    formats.set(name, made);
  }
  return made;
}

function pick(formatter: Intl.DateTimeFormat, at: At): Record<string, string> {
  return Object.fromEntries(formatter.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
}

function partsOf(at: At, zone: string): Parts {
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  };
  return pick(format('words', zone, options), at) as unknown as Parts;
}

/** The calendar day there: "2026-06-09". */
export function dayKey(at: At, zone: string): string {
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' };
  const { year, month, day } = pick(format('key', zone, options), at);
  return `${year}-${month}-${day}`;
}

/** "2026-06" */
export function monthKey(at: At, zone: string): string {
  return dayKey(at, zone).slice(0, 7);
}

/** "BST", or "GMT+9" where English has no letters for it. */
export function zoneName(at: At, zone: string): string {
  return pick(format('zone', zone, { timeZoneName: 'short' }), at).timeZoneName ?? zone;
}

/** "UTC+1", "UTC" */
function zoneOffset(at: At, zone: string): string {
  const { timeZoneName = 'GMT' } = pick(format('offset', zone, { timeZoneName: 'shortOffset' }), at);
  return timeZoneName.replace('GMT', 'UTC').replace(/\+0$/, '');
}

/** "BST (UTC+1)"; just "GMT-5" where the name says it. */
export function zoneWords(at: At, zone: string): string {
  const name = zoneName(at, zone);
  const offset = zoneOffset(at, zone);
  return /^(GMT|UTC)/.test(name) ? name : `${name} (${offset})`;
}

/** "14:10" */
export function clockOf(at: At, zone: string): string {
  const { hour, minute } = partsOf(at, zone);
  return `${hour}:${minute}`;
}

/** "Sun 7 June" */
export function shortDay(at: At, zone: string): string {
  const { weekday, day, month } = partsOf(at, zone);
  return `${weekday.slice(0, 3)} ${day} ${month}`;
}

/** "Tuesday 9 June 2026" */
export function longDay(at: At, zone: string): string {
  const { weekday, day, month, year } = partsOf(at, zone);
  return `${weekday} ${day} ${month} ${year}`;
}

/** "7 June", "7 June 2025" when the year is not that of `asOf`. */
function dateNear(at: At, zone: string, asOf: At | null): string {
  const { day, month, year } = partsOf(at, zone);
  return asOf !== null && year === partsOf(asOf, zone).year ? `${day} ${month}` : `${day} ${month} ${year}`;
}

/** "14:10 BST" on the day of `asOf`, otherwise with its date first; without `asOf` the date is whole. */
export function stampOf(at: At, zone: string, asOf: At | null, { named = true } = {}): string {
  const clock = named ? `${clockOf(at, zone)} ${zoneName(at, zone)}` : clockOf(at, zone);
  const near = asOf !== null && dayKey(at, zone) === dayKey(asOf, zone);
  return near ? clock : `${dateNear(at, zone, asOf)}, ${clock}`;
}

/** "June 2026" for "2026-06". */
export function monthName(month: string): string {
  const { month: name, year } = partsOf(`${month}-15T12:00:00Z`, 'UTC');
  return `${name} ${year}`;
}

/** "48 min", "3 h 5 min", "2 days 4 h": two units at most, never less than a minute. */
export function durationOf(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  const days = Math.floor(hours / 24);
  const name = counted(days, 'day');
  return hours % 24 ? `${name} ${hours % 24} h` : name;
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
