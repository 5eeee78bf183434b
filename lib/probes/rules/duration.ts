/** `1 ms`, `312 ms`, `1.4 s`, `10 s`: milliseconds as one says them. What took no time at all took 1 ms. */
export function spent(ms: number): string {
  if (ms < 999.5) return `${Math.max(1, Math.round(ms))} ms`;
  const seconds = ms < 9_950 ? Math.round(ms / 100) / 10 : Math.round(ms / 1_000);
  return `${seconds} s`;
}
