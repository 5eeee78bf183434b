import { setTimeout as after } from 'node:timers/promises';

/** Waits, or less when the signal is raised. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await after(milliseconds, undefined, signal ? { signal } : {}).catch(() => {});
}
