/**
 * An instant, or what was stored already when that is later. A transaction that waited for a lock has an earlier
 * `now` than the one it waited for, so what follows a stored instant is never put before it.
 */
export function notBefore(now: Date, stored: Date): Date {
  return now.getTime() >= stored.getTime() ? now : stored;
}
