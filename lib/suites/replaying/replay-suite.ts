import { inTransaction } from '@/lib/database/db';
import { systemContext } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { recordEvents } from '@/lib/platform/events/record-events';
import { parseInput } from '@/lib/platform/input/parse-input';
import { logger } from '@/lib/platform/process/log';
import type { SuiteCounts } from '@/lib/suites/queries/views';
import { addressSchema } from '@/lib/suites/rules/case';
import { replaySentence } from '@/lib/suites/rules/replay-sentence';
import type { SuiteRunState } from '@/lib/suites/schema';
import { suites } from '@/lib/suites/subject';
import { type EndedReplay, endReplay } from './end-replay';
import { holdReplay } from './hold-replay';
import { replayCases } from './replay-cases';
import { readReplay } from './replay-record';
import { startReplay } from './start-replay';

export interface ReplayResult extends SuiteCounts {
  suiteRunId: string;
  state: Exclude<SuiteRunState, 'RUNNING'>;
  sentence: string;
  /** Standby itself saw nothing, so it was ABORTED. */
  unseen: boolean;
}

interface ReplayRequest {
  suiteId: string;
  address: string;
  runStepId?: string | null | undefined;
  checkId?: string | null | undefined;
  byId?: string | null | undefined;
  /** Only the cases that read. */
  reads?: boolean | undefined;
}

/**
 * Replays a suite's newest baseline against an address and waits for the end; results are written as they come.
 * A raised signal ends it as ABORTED.
 * @throws AppError `not_found`, `invalid`, `precondition` (no baseline, archived): then nothing was started
 */
export async function replaySuite(
  request: ReplayRequest,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<ReplayResult> {
  const address = parseInput(addressSchema, request.address);
  const { runStepId = null, checkId = null, byId = null, reads = false } = request;
  const replayId = await inTransaction(async (tx) => {
    const suite = await suites.find(tx, request.suiteId);
    const now = new Date();
    const start = { suite, address, runStepId, checkId, byId, reads, queued: false, now };
    const started = await startReplay(tx, start);
    await recordEvents(tx, systemContext('suites'), now, [started.draft]);
    return started.replayId;
  });
  const ended = await runReplay(replayId, signal, reads);
  if (!ended) throw new AppError('conflict', 'Another process took this replay in hand.');
  const state = ended.state === 'RUNNING' ? 'ABORTED' : ended.state;
  const { unseen = false } = ended;
  const sentence = unseen
    ? 'Standby itself sees nothing of this address, so nothing is proven.'
    : replaySentence(state, ended.counts);
  return { suiteRunId: replayId, state, ...ended.counts, sentence, unseen };
}

/**
 * Does the work of a replay that was started, once: a replay whose process died ends as ABORTED instead.
 * @returns how it ended, or null while another process has it in hand
 */
export async function runReplay(
  replayId: string,
  signal?: AbortSignal,
  reads = false,
): Promise<EndedReplay | null> {
  const replay = await readReplay(replayId);
  const attempt = await holdReplay(replayId);
  if (!attempt.hold) return attempt.why === 'HELD' ? null : await endReplay(replay, true);
  const { hold } = attempt;
  const stop = signal ? AbortSignal.any([signal, hold.signal]) : hold.signal;
  try {
    const unseen = await replayCases(replay, stop, reads);
    return { ...(await endReplay(replay, stop.aborted || unseen)), unseen };
  } catch (error) {
    logger().error({ err: error, replay: replayId }, 'a replay failed in itself');
    await endReplay(replay, true);
    throw error;
  } finally {
    hold.letGo();
  }
}
