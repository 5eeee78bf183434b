import { db, inTransaction } from '@/lib/database/db';
import { guardInForce } from '@/lib/probes/outgoing/guard';
import { replayProgressed } from '@/lib/suites/events';
import type { SuiteCounts } from '@/lib/suites/queries/views';
import { casesOf } from './cases-of';
import { judgeCase } from './judge-case';
import { type ReplayRecord, recordReplayEvent, replayIds } from './replay-record';
import { storeResult } from './store-result';

/** Cases asked at once: enough to be quick, few enough for a machine that was only just rebuilt. */
const atOnce = 8;

/**
 * Asks every case of a replay, some side by side, and writes each result when it is there.
 * @returns whether one of them says nothing, because Standby itself sees nothing
 */
export async function replayCases(
  replay: ReplayRecord,
  signal: AbortSignal,
  reads: boolean,
): Promise<boolean> {
  let unseen = false;
  const guard = await guardInForce();
  const caseIds = await casesOf(db(), replay.baselineId, reads);
  const failing = new AbortController();
  const stop = AbortSignal.any([signal, failing.signal]);
  const hint = progressHints(replay);
  const work = async (): Promise<void> => {
    while (!stop.aborted) {
      const caseId = caseIds.shift();
      if (!caseId) return;
      const result = await judgeCase(replay, caseId, guard, stop);
      if (stop.aborted) return;
      unseen ||= result.unseen === true;
      const counts = await storeResult(replay, result);
      if (counts) await hint(counts);
      else failing.abort();
    }
  };
  const workers = Array.from({ length: atOnce }, () =>
    work().catch((error: unknown) => {
      // A request that was cut off with the replay is no failure.
      if (stop.aborted) return;
      failing.abort();
      throw error;
    }),
  );
  const ends = await Promise.allSettled(workers);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  return unseen;
}

/** Lets those who watch know, each second at first and more seldom in a long replay: the log keeps every hint. */
function progressHints(replay: ReplayRecord): (counts: SuiteCounts) => Promise<void> {
  const startedAt = Date.now();
  let last = startedAt;
  return async (counts) => {
    const now = Date.now();
    const isDone = counts.matched + counts.differed + counts.explained === counts.total;
    if (isDone || now - last < Math.max(1_000, (now - startedAt) / 20)) return;
    last = now;
    const draft = replayProgressed({ ...replayIds(replay), ...counts });
    await inTransaction((tx) => recordReplayEvent(tx, replay, draft));
  };
}
