import { setTimeout as after } from 'node:timers/promises';
import { patience } from './patience';

/** Waits, or less when the signal is raised. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await after(milliseconds, undefined, signal ? { signal } : {}).catch(() => {});
}

/**
 * The same answer after the same time whatever the work found, for longer than it takes: neither tells whether there was
 * anything to do. What is refused is refused at once.
 */
export async function inEqualTime<T>(work: Promise<T>): Promise<T> {
  const [answer] = await Promise.all([work, pause(patience().sameAnswer)]);
  return answer;
}

/**
 * Work that may be refused because of what it found: the refusal takes the same time whether it found something that is
 * not to be known of, or nothing.
 */
export async function refusedInEqualTime<T>(work: () => Promise<T>): Promise<T> {
  const least = pause(patience().sameRefusal);
  try {
    return await work();
  } catch (error) {
    await least;
    throw error;
  }
}
