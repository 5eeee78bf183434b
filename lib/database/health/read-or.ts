import { isUnread } from '@/lib/database/database-errors';
import { databaseHealth } from '@/lib/database/db';
import { withTimeLimit } from '@/lib/platform/limits/time-limit';
import { pause } from '@/lib/platform/process/pause';
import { consequences, troubleOf } from './trouble';

/** Whether the database is worth a try to read from: while it is known not to answer, nobody waits for it. */
export function isReadable(): boolean {
  const { state } = databaseHealth();
  return state === 'well' || consequences[state].reads;
}

const glanceMs = 500;

/** For whoever works without being asked: waits while the database is known not to answer, instead of trying all the time. */
export async function untilReadable(signal?: AbortSignal): Promise<void> {
  while (!isReadable() && !signal?.aborted) await pause(glanceMs, signal);
}

/**
 * Reads for a page or a form that is shown in any case: what is not read within `ms` milliseconds, or at all, because of
 * the database is what is known without it.
 */
export async function readOr<T>(read: () => Promise<T>, known: () => T | Promise<T>, ms = 4_000): Promise<T> {
  if (!isReadable()) return await known();
  try {
    return await withTimeLimit(ms, read());
  } catch (error) {
    if (!isUnread(error)) throw error;
    databaseHealth().saw(troubleOf(error) ?? 'slow');
    return await known();
  }
}
