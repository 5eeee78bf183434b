import { setTimeout as pause } from 'node:timers/promises';

export { pause };

/**
 * Looks again and again until there is something.
 * @throws Error that says what was waited for, when `limit` milliseconds are over
 */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  limit = 120_000,
  every = 50,
): Promise<T> {
  const until = Date.now() + limit;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > until) throw new Error(`Waited ${limit / 1000} s for ${what}.`);
    await pause(every);
  }
}
