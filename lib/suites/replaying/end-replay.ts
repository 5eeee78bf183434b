import { type Db, inTransaction, type Tx } from '@/lib/database/db';
import { replayFinished } from '@/lib/suites/events';
import { finishedState } from '@/lib/suites/lifecycle';
import type { SuiteCounts } from '@/lib/suites/queries/views';
import type { SuiteRunState } from '@/lib/suites/schema';
import { countColumns, countsOf, type ReplayRecord, recordReplayEvent, replayIds } from './replay-record';

export interface EndedReplay {
  state: SuiteRunState;
  counts: SuiteCounts;
  /** Standby itself saw nothing. */
  unseen?: boolean;
}

/** Ends a replay that is RUNNING: by its results, or as ABORTED. One that has ended already stays as it is. */
export async function endReplay(replay: ReplayRecord, aborted: boolean): Promise<EndedReplay> {
  return await inTransaction((tx) => endReplayIn(tx, replay, aborted));
}

async function endReplayIn(tx: Tx, replay: ReplayRecord, aborted: boolean): Promise<EndedReplay> {
  await tx.$queryRaw`select id from suite_run where id = ${replay.id}::uuid for no key update`;
  const row = await tx.suiteRun.findUniqueOrThrow({
    where: { id: replay.id },
    select: { state: true, ...countColumns },
  });
  const counts = countsOf(row);
  if (row.state !== 'RUNNING') return { state: row.state, counts };
  const state = aborted ? ('ABORTED' as const) : finishedState(counts);
  await tx.$executeRaw`
    update suite_run set state = ${state}::suite_run_state, finished_at = clock_timestamp() where id = ${replay.id}::uuid`;
  await dropLease(tx, replay.id);
  await recordReplayEvent(tx, replay, replayFinished({ ...replayIds(replay), ...counts, state }));
  return { state, counts };
}

/** Nobody is at work on it any more. */
export async function dropLease(tx: Db | Tx, replayId: string): Promise<void> {
  await tx.$executeRaw`delete from lease where name = ${leaseName(replayId)}`;
}

/** The lease that says that a process is at work on a replay. */
export function leaseName(replayId: string): string {
  return `suite-run:${replayId}`;
}
