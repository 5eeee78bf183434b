import { pause } from '@/lib/platform/process/pause';

/** For a machine that is busy with something else. Milliseconds. */
const timeLimitMs = 120_000;

/** Looks again and again until there is something. @throws Error that says what was waited for */
export async function until<T>(what: string, look: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (const deadline = Date.now() + timeLimitMs; Date.now() < deadline; ) {
    const found = await look();
    if (found) return found;
    await pause(20);
  }
  throw new Error(`Waited in vain for ${what}.`);
}
