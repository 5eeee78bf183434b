import { isRetryable, isUnavailable } from '@/lib/database/database-errors';
import { inTransaction, type Tx } from '@/lib/database/db';
import { databaseNow } from '@/lib/platform/command';
import { systemContext } from '@/lib/platform/context';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { recordEvents } from '@/lib/platform/events/record-events';
import { pause } from '@/lib/platform/process/pause';
import { openRunStates } from '@/lib/runs/schema';
import { runs, type SubjectStep } from '@/lib/runs/subject';
import type { RunTransaction } from '@/lib/runs/transitions/run-transaction';
import { LeaseLost, type RunLease } from './lease';

const tries = 6;

async function lockUnderFence(tx: Tx, { runId, holder, fence }: RunLease) {
  const [row] = await tx.$queryRaw<{ holder: string | null; fence: bigint }[]>`
    select lease_holder as holder, lease_fence as fence from run where id = ${runId}::uuid for no key update`;
  if (row?.holder !== holder || row.fence !== fence) throw new LeaseLost();
  const run = await runs.find(tx, runId);
  if (!(openRunStates as readonly string[]).includes(run.state)) throw new LeaseLost();
  return run;
}

/**
 * One transition by the driver: lock, check that the run is still ours, change, events, all or nothing. A database
 * that is away for a moment is waited for, because an answer that was got must not be lost.
 * @throws LeaseLost when another driver has the run, or a person ended it
 */
export async function transition<R>(
  lease: RunLease,
  change: (transaction: RunTransaction) => Promise<R>,
): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(async (tx) => {
        const run = await lockUnderFence(tx, lease);
        const now = await databaseNow(tx);
        const drafts: EventDraft[] = [];
        const transaction: RunTransaction = { tx, run, now, record: (...more) => void drafts.push(...more) };
        const result = await change(transaction);
        await recordEvents(tx, systemContext('runs', { mode: run.mode }), now, drafts);
        return result;
      });
    } catch (error) {
      if (attempt >= tries || !(isRetryable(error) || isUnavailable(error))) throw error;
      await pause(200 * 2 ** attempt);
    }
  }
}

/**
 * A transition of one step that is RUNNING; when a person took it elsewhere in the meantime, nothing is done.
 * @returns whether it was done
 */
export async function stepTransition(
  lease: RunLease,
  stepId: string,
  change: (transaction: RunTransaction, step: SubjectStep) => Promise<void>,
): Promise<boolean> {
  return await transition(lease, async (transaction) => {
    const step = transaction.run.steps.find(({ id }) => id === stepId);
    if (step?.state !== 'RUNNING') return false;
    await change(transaction, step);
    return true;
  });
}
