/**
 * The later of two instants. A transaction that waited for a lock has an earlier `now` than the one it waited for, so
 * what follows a stored instant is never put before it.
 */
export function laterOf(a: Date, b: Date): Date {
  return a.getTime() >= b.getTime() ? a : b;
}
