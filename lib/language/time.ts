export type Instant = Date | string | number;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock and a calendar there show. */
export function partsIn(at: Instant, zone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${zone} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
    formats.set(key, made);
  }
  const found = made.formatToParts(new Date(at)).map(({ type, value }) => [type, value] as const);
  return Object.fromEntries(found) as Partial<Record<Intl.DateTimeFormatPartTypes, string>>;
}

/** "BST", "GMT", "UTC"; "GMT-4" where British English has no letters for a zone. */
export function zoneName(at: Instant, zone: string): string {
  return partsIn(at, zone, { timeZoneName: 'short' }).timeZoneName ?? zone;
}

/** "UTC+1", "UTC", "UTC-3:30" */
export function zoneOffset(at: Instant, zone: string): string {
  const { timeZoneName = 'GMT' } = partsIn(at, zone, { timeZoneName: 'shortOffset' });
  return timeZoneName.replace(/^GMT/, 'UTC').replace(/\+0$/, '');
}

/** "14:10" */
export function clockOf(at: Instant, zone: string): string {
  const { hour, minute } = partsIn(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${hour}:${minute}`;
}

/** "14:10 BST" */
export function formatTime(instant: Date, zone: string): string {
  return `${clockOf(instant, zone)} ${zoneName(instant, zone)}`;
}

/** "Tuesday 9 June 2026" */
function formatDay(instant: Date, zone: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const { weekday, day, month, year } = partsIn(instant, zone, options);
  return `${weekday} ${day} ${month} ${year}`;
}

/** "14:10 BST" on the day of `now`, else "Wed 10 June, 09:00 BST", with the year when it is another one. */
export function formatWhen(instant: Date, zone: string, now: Date): string {
  const time = formatTime(instant, zone);
  if (formatDay(instant, zone) === formatDay(now, zone)) return time;
  const options = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const { weekday, day, month, year } = partsIn(instant, zone, options);
  const sameYear = year === partsIn(now, zone, options).year;
  return `${weekday} ${day} ${month}${sameYear ? '' : ` ${year}`}, ${time}`;
}
