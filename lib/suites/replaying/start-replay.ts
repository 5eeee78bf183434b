import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { newId } from '@/lib/platform/ids';
import { replayStarted } from '@/lib/suites/events';
import { assertInUse } from '@/lib/suites/subject';
import { casesOf } from './cases-of';

interface Start {
  suite: { id: string; serviceId: string; archivedAt: Date | null };
  address: string;
  runStepId: string | null;
  checkId: string | null;
  byId: string | null;
  /** Only the cases that read. */
  reads?: boolean;
  /** True: the worker replays it. False: the caller does, at once. */
  queued: boolean;
  now: Date;
}

/** Cases of the newest baseline that are still in the suite: what a replay consists of. */
async function newestBaseline(
  tx: Tx,
  suiteId: string,
  reads: boolean,
): Promise<{ id: string; total: number }> {
  const baseline = await tx.baseline.findFirst({
    where: { suiteId },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  if (!baseline) {
    throw new AppError(
      'precondition',
      'This suite has no baseline yet. Record one from the healthy service first.',
    );
  }
  const total = (await casesOf(tx, baseline.id, reads)).length;
  if (total === 0) {
    throw new AppError('precondition', 'No case of this suite is in its baseline. Record a new one first.');
  }
  return { id: baseline.id, total };
}

/**
 * Writes the replay as RUNNING.
 * @throws AppError `precondition` without a baseline, or when the suite is archived
 */
export async function startReplay(tx: Tx, start: Start): Promise<{ replayId: string; draft: EventDraft }> {
  const { suite, address, runStepId, checkId, byId, reads = false, queued, now } = start;
  assertInUse(suite);
  const baseline = await newestBaseline(tx, suite.id, reads);
  const runStep = runStepId
    ? await tx.runStep.findUnique({
        where: { id: runStepId },
        select: { runId: true, run: { select: { mode: true } } },
      })
    : null;
  const replayId = newId();
  await tx.suiteRun.create({
    data: {
      id: replayId,
      suiteId: suite.id,
      baselineId: baseline.id,
      runStepId,
      checkId,
      address,
      byId,
      total: baseline.total,
      startedAt: now,
    },
  });
  const draft = replayStarted({
    suiteId: suite.id,
    serviceId: suite.serviceId,
    suiteRunId: replayId,
    runId: runStep?.runId ?? null,
    checkId,
    total: baseline.total,
    queued,
  });
  return { replayId, draft: runStep ? { ...draft, mode: runStep.run.mode } : draft };
}
