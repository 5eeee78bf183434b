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
function formatZone(instant: Date, zone: string): string {
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

/** "14:10 BST" on the day of `now`, else "Wed 10 June, 09:00 BST", with the year when it is another one. */
export function formatWhen(instant: Date, zone: string, now: Date): string {
  const time = formatTime(instant, zone);
  if (formatDay(instant, zone) === formatDay(now, zone)) return time;
  const options = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const { weekday, day, month, year } = parts(instant, zone, options);
  const sameYear = year === parts(now, zone, options).year;
  return `${weekday} ${day} ${month}${sameYear ? '' : ` ${year}`}, ${time}`;
}
