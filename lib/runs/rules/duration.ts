const minute = 60;
const hour = 60 * minute;

/** Under a minute and a half in seconds, so that “1 min” is never said of 40 s; then in minutes, then in hours. */
const minutesFrom = 90;

/** "40 s", "6 min", "1 h 20 min". */
export function secondsInWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < minutesFrom) return `${whole} s`;
  const minutes = Math.round(whole / minute);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

/** The careful end of a claim is never rounded towards the hope. */
export function carefulSeconds(seconds: number): number {
  if (seconds < minutesFrom) return Math.ceil(seconds);
  return Math.ceil(seconds / minute) * minute;
}

/** The likely end: the whole minute below. */
export function likelySeconds(seconds: number): number {
  return seconds < minutesFrom ? Math.floor(seconds) : Math.floor(seconds / minute) * minute;
}

/** The two ends of a range with one unit where they share it: "6 to 9 min", "40 s to 2 min", "6 min". */
export function rangeInWords(from: number, to: number, between = ' to '): string {
  const [low, high] = [secondsInWords(from), secondsInWords(to)];
  if (low === high) return low;
  const unit = (words: string) => words.replace(/^\d+ /, '');
  const sharesUnit = to < hour && unit(low) === unit(high);
  return `${sharesUnit ? low.replace(/ \D+$/, '') : low}${between}${high}`;
}
