import { setTimeout as after } from 'node:timers/promises';

/** Waits, or less when the signal is raised. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await after(milliseconds, undefined, signal ? { signal } : {}).catch(() => {});
}

/** Longer than making a link and planning its mail takes. */
const answerMs = 250;

/**
 * The same answer after the same time whatever the work found, for longer than it takes: neither tells whether there was
 * anything to do. What is refused is refused at once.
 */
export async function inEqualTime<T>(work: Promise<T>): Promise<T> {
  const [answer] = await Promise.all([work, pause(answerMs)]);
  return answer;
}
