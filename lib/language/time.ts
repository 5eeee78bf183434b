import { counted } from '@/lib/language/words';

const minute = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function parts(instant: Date, zone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${zone} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
    formats.set(key, made);
  }
  const found = made.formatToParts(instant).map(({ type, value }) => [type, value] as const);
  return Object.fromEntries(found) as Partial<Record<Intl.DateTimeFormatPartTypes, string>>;
}

/** "BST", "GMT", "UTC"; "GMT-4" where British English has no letters for a zone. */
export function formatZone(instant: Date, zone: string): string {
  return parts(instant, zone, { timeZoneName: 'short' }).timeZoneName ?? zone;
}

function clock(instant: Date, zone: string): string {
  const { hour, minute: min } = parts(instant, zone, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${hour}:${min}`;
}

/** "14:10 BST" */
export function formatTime(instant: Date, zone: string): string {
  return `${clock(instant, zone)} ${formatZone(instant, zone)}`;
}

/** "Tuesday 9 June 2026" */
function formatDay(instant: Date, zone: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const { weekday, day, month, year } = parts(instant, zone, options);
  return `${weekday} ${day} ${month} ${year}`;
}

/** "Tuesday 9 June 2026 at 14:10 BST", for texts that are read later. */
export function formatDayTime(instant: Date, zone: string): string {
  return `${formatDay(instant, zone)} at ${formatTime(instant, zone)}`;
}

/** "14:10 BST" on the day of `now`, else "Wed 10 June, 09:00 BST", with the year when it is another one. */
export function formatWhen(instant: Date, zone: string, now: Date): string {
  const time = formatTime(instant, zone);
  if (formatDay(instant, zone) === formatDay(now, zone)) return time;
  const options = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const { weekday, day, month, year } = parts(instant, zone, options);
  const sameYear = year === parts(now, zone, options).year;
  return `${weekday} ${day} ${month}${sameYear ? '' : ` ${year}`}, ${time}`;
}

/** "14:40 to 15:05 BST"; over midnight the second day is named. */
export function formatRange(from: Date, to: Date, zone: string): string {
  const { weekday, day, month } = parts(to, zone, { weekday: 'short', day: 'numeric', month: 'long' });
  const sameDay = formatDay(from, zone) === formatDay(to, zone);
  return `${clock(from, zone)} to ${sameDay ? '' : `${weekday} ${day} ${month}, `}${formatTime(to, zone)}`;
}

/** "less than a minute", "48 min", "2 h 26 min", "1 day 3 h", "12 days": two units at most. Takes milliseconds. */
export function formatDuration(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / minute);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  const days = Math.floor(hours / 24);
  const name = counted(days, 'day');
  return hours % 24 === 0 || days > 6 ? name : `${name} ${hours % 24} h`;
}

/** "8 min ago", "in 12 min", "just now" within a minute. */
export function formatRelative(instant: Date, now: Date): string {
  const distance = instant.getTime() - now.getTime();
  if (Math.abs(distance) < minute) return 'just now';
  return distance < 0 ? `${formatDuration(-distance)} ago` : `in ${formatDuration(distance)}`;
}
