import { db, type Tx } from '@/lib/database/db';
import { systemContext } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { recordEvents } from '@/lib/platform/events/record-events';
import type { SuiteCounts } from '@/lib/suites/queries/views';

/** A replay as its own work needs it. */
export interface ReplayRecord {
  id: string;
  suiteId: string;
  serviceId: string;
  baselineId: string;
  address: string;
  runId: string | null;
  checkId: string | null;
  mode: 'LIVE' | 'DRILL';
}

/** @throws AppError `not_found` */
export async function readReplay(replayId: string): Promise<ReplayRecord> {
  const row = await db().suiteRun.findUnique({
    where: { id: replayId },
    select: {
      id: true,
      suiteId: true,
      baselineId: true,
      address: true,
      checkId: true,
      suite: { select: { serviceId: true } },
      runStep: { select: { runId: true, run: { select: { mode: true } } } },
    },
  });
  if (!row) throw new AppError('not_found', 'There is no such replay.');
  const { suite, runStep, ...columns } = row;
  return {
    ...columns,
    serviceId: suite.serviceId,
    runId: runStep?.runId ?? null,
    mode: runStep?.run.mode ?? 'LIVE',
  };
}

/** What every event about a replay names. */
export function replayIds(replay: ReplayRecord) {
  const { id, suiteId, serviceId, runId, checkId } = replay;
  return { suiteRunId: id, suiteId, serviceId, runId, checkId };
}

/** Records an event about a replay as the system's own, in the mode of its run. */
export async function recordReplayEvent(tx: Tx, replay: ReplayRecord, draft: EventDraft): Promise<void> {
  await recordEvents(tx, systemContext('suites', { mode: replay.mode }), new Date(), [draft]);
}

export const countColumns = { total: true, matched: true, differed: true, explained: true } as const;

export function countsOf({ total, matched, differed, explained }: SuiteCounts): SuiteCounts {
  return { total, matched, differed, explained };
}
