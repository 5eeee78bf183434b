/*
 * How long something took, may take or is away, in the same words on every page, in every mail and in every answer of
 * the API. All of it is given in seconds, but for `latency`. At most two units are said.
 */

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Under a minute and a half in seconds, so that “1 min” is never said of 40 s; then in minutes, then in hours. */
const minutesFrom = 90;

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

/** A size of the scale and the one below it, as “2 h” and “2 h 5 min”. */
function twoUnits(whole: string, rest: number, unit: string): string {
  return rest === 0 ? whole : `${whole} ${rest} ${unit}`;
}

function fromMinutesOn(seconds: number): string {
  if (seconds >= day)
    return twoUnits(days(Math.floor(seconds / day)), Math.floor((seconds % day) / hour), 'h');
  if (seconds >= hour) {
    return twoUnits(`${Math.floor(seconds / hour)} h`, Math.floor((seconds % hour) / minute), 'min');
  }
  return twoUnits(`${Math.floor(seconds / minute)} min`, seconds % minute, 's');
}

/** To the tenth, and never nothing of what took a moment. */
function tenths(seconds: number): number {
  return seconds > 0 ? Math.max(0.1, Math.round(seconds * 10) / 10) : 0;
}

/** “0.4 s”, “1.4 s”, “45 s”, “2 min 45 s”, “1 h 30 min”, “2 days 4 h”: what somebody set or agreed, or a try took. */
export function exactDuration(seconds: number): string {
  const whole = seconds < 9.95 ? tenths(seconds) : Math.round(seconds);
  return whole < minute ? `${whole} s` : fromMinutesOn(whole);
}

/** “0.4 s”, “40 s”, “6 min”, “1 h 20 min”, “2 days 4 h”: what was measured, as one says it to people. */
export function roundedDuration(seconds: number): string {
  const whole = seconds < 0.95 ? tenths(seconds) : Math.round(seconds);
  return whole < minutesFrom ? `${whole} s` : fromMinutesOn(Math.round(whole / minute) * minute);
}

/** The step in which a time of this length is said. */
function stepOf(seconds: number): number {
  if (seconds < 1) return 0.1;
  return seconds < minutesFrom ? 1 : minute;
}

/** Up to the next step: the careful end of a claim is never rounded towards the hope. */
export function carefulSeconds(seconds: number): number {
  const step = stepOf(seconds);
  return step < 1 ? Math.ceil(seconds * 10) / 10 : Math.ceil(seconds / step) * step;
}

/** Down to the step before: the likely end of a claim. */
export function likelySeconds(seconds: number): number {
  const step = stepOf(seconds);
  return step < 1 ? Math.floor(seconds * 10) / 10 : Math.floor(seconds / step) * step;
}

/** How long to wait, never too short: “40 s”, “6 min”. */
export function waitingTime(seconds: number): string {
  return roundedDuration(carefulSeconds(seconds));
}

/** The two ends of a range with one unit where they share it: “6 to 9 min”, “40 s to 2 min”, “6 min”. */
export function durationRange(from: number, to: number, between = ' to '): string {
  const [low, high] = [roundedDuration(from), roundedDuration(to)];
  if (low === high) return low;
  const unit = (words: string) => /^[\d.]+ (s|min|h)$/.exec(words)?.[1];
  const shared = unit(low) !== undefined && unit(low) === unit(high);
  return `${shared ? low.slice(0, low.lastIndexOf(' ')) : low}${between}${high}`;
}

/** “in 12 min”, “just now”, “8 min ago”, “3 days ago”; `ahead` is negative for what has been, and in whole minutes. */
export function countdown(ahead: number): string {
  if (ahead === 0) return 'just now';
  const away = Math.abs(ahead);
  const words = away >= 2 * day ? days(Math.floor(away / day)) : exactDuration(away);
  return ahead > 0 ? `in ${words}` : `${words} ago`;
}

/** “today”, “yesterday”, “12 days ago” */
export function daysAgo(seconds: number): string {
  const count = Math.floor(seconds / day);
  if (count < 1) return 'today';
  return count === 1 ? 'yesterday' : `${days(count)} ago`;
}

/** “6:05”, “1:02:09”: a clock that runs. */
export function runningClock(seconds: number): string {
  const total = Math.max(0, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(total / hour), Math.floor((total % hour) / minute)];
  const two = (value: number) => String(value).padStart(2, '0');
  const tail = two(total % minute);
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`;
}

/**
 * “0.4 ms”, “312 ms”, “1.24 s”, “10 s”, of milliseconds: what one request took or may take. Answers of 4 and of 40 ms
 * differ by what matters of them, so they are not said in seconds.
 */
export function latency(ms: number): string {
  if (ms < 0.95) return `${tenths(ms) || 0.1} ms`;
  return ms < 999.5 ? `${Math.round(ms)} ms` : `${Number((ms / 1_000).toPrecision(3))} s`;
}
