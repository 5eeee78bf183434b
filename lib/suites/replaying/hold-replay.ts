import { randomUUID } from 'node:crypto';
import { db, pool } from '@/lib/database/db';
import { takeLease } from '@/lib/platform/jobs/lease';
import { dropLease, leaseName } from './end-replay';

const leaseSeconds = 20;
const beatMs = 3_000;

interface Hold {
  /** Raised when the replay was stopped, or taken from us. */
  signal: AbortSignal;
  letGo: () => void;
}

export type HoldAttempt = { hold: Hold } | { hold: null; why: 'HELD' | 'CRASHED' | 'ENDED' };

/**
 * Takes a replay in hand and keeps it: renewed every few seconds, so that a crash shows by its absence. A replay
 * that somebody held before is never taken up again, because its cases may have changed something at the target.
 */
export async function holdReplay(replayId: string): Promise<HoldAttempt> {
  const holder = `${process.pid}-${randomUUID()}`;
  const lease = await takeLease(pool(), leaseName(replayId), holder, leaseSeconds);
  if (!lease) return { hold: null, why: 'HELD' };
  if (lease.fence > 1n) return { hold: null, why: 'CRASHED' };
  // The end of a replay takes its lease away, so a late comer gets a new one.
  if (!(await isRunning(replayId))) {
    await dropLease(db(), replayId);
    return { hold: null, why: 'ENDED' };
  }
  const ending = new AbortController();
  const beat = async (): Promise<void> => {
    if (!(await isRunning(replayId))) return ending.abort();
    const renewed = await takeLease(pool(), lease.name, holder, leaseSeconds);
    if (renewed?.fence !== lease.fence) ending.abort();
  };
  // A database that is away for a moment ends nothing: the lease outlives several beats.
  const timer = setInterval(() => void beat().catch(() => {}), beatMs);
  return { hold: { signal: ending.signal, letGo: () => clearInterval(timer) } };
}

async function isRunning(replayId: string): Promise<boolean> {
  return (await db().suiteRun.count({ where: { id: replayId, state: 'RUNNING' } })) === 1;
}
