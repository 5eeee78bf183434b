/** Longer than any answer is on its way: a server that says so much less has set its clock back. In milliseconds. */
const onItsWay = 60_000;

/** By how much the server's clock is ahead of the time since this page was opened; null until it said so. */
let ahead: number | null = null;

/**
 * What the server's clock showed when it answered, in milliseconds. It was that late at the least, so that of two answers
 * the later instant is nearer to the truth.
 */
export function hearServerTime(at: number): void {
  if (typeof window === 'undefined' || !Number.isFinite(at)) return;
  const heard = at - performance.now();
  if (ahead === null || heard > ahead || heard < ahead - onItsWay) ahead = heard;
}

/**
 * Milliseconds now by the server's clock: that of the device may be wrong and may be set while the page is open. It goes on
 * by the time since the page was opened, which nobody sets.
 */
export function serverNow(): number {
  return ahead === null ? Date.now() : performance.now() + ahead;
}
