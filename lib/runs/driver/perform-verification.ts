import { db } from '@/lib/database/db';
import { isAppError } from '@/lib/platform/errors';
import { evidenceOf } from '@/lib/runs/rules/evidence';
import { configOf, type SubjectStep } from '@/lib/runs/subject';
import { failStep, finishStep, loseStep } from '@/lib/runs/transitions/run-transaction';
import { writesShown } from '@/lib/suites/queries/writes-shown';
import { replaySuite } from '@/lib/suites/replaying/replay-suite';
import { type Driving, millisecondsLeft } from './driving';
import { stepTransition } from './transition';

interface Verdict {
  passed: boolean;
  sentence: string;
  suiteRunId?: string;
  /** Standby itself saw nothing, so nobody knows. */
  unseen?: boolean;
}

/**
 * A replay of this step that passed already: its last difference was explained by a person, or the driver died
 * between the replay and storing what came of it.
 */
async function earlierVerdict(step: SubjectStep): Promise<Verdict | null> {
  const newest = await db().suiteRun.findFirst({
    where: { runStepId: step.id },
    orderBy: { startedAt: 'desc' },
    select: { id: true, state: true, total: true, explained: true },
  });
  if (newest?.state !== 'PASSED') return null;
  const explained = newest.explained > 0 ? `, ${newest.explained} of them explained` : '';
  const sentence = `All ${newest.total} known-good results are as they should be${explained}.`;
  return { passed: true, sentence, suiteRunId: newest.id };
}

/** @returns null when this process is to end before the replay does; it is replayed anew then */
async function replay(driving: Driving, step: SubjectStep): Promise<Verdict | null> {
  const { suiteId, address } = configOf(step, 'VERIFICATION');
  const left = Math.max(1_000, millisecondsLeft(step, evidenceOf(step).since));
  const over = AbortSignal.timeout(left);
  try {
    const ended = await replaySuite(
      { suiteId, address, runStepId: step.id },
      { signal: AbortSignal.any([driving.signal, over]) },
    );
    if (driving.signal.aborted) return null;
    const { state, sentence, suiteRunId, unseen } = ended;
    if (state === 'ABORTED' && over.aborted) {
      return {
        passed: false,
        sentence: 'The verification did not end in the time the plan gives it.',
        suiteRunId,
      };
    }
    return { passed: state === 'PASSED', sentence, suiteRunId, unseen };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { passed: false, sentence: error.message };
  }
}

/** What stands beside “verified” when no case of the suite shows that the service takes what it is asked to change. */
async function whatItLeavesOpen(suiteId: string): Promise<string> {
  return (await writesShown(db(), suiteId)) > 0
    ? ''
    : ' No case writes, so whether it takes orders is not verified.';
}

/** Compares the service with its known-good results. Red, it fails, and a person explains or has it tried again. */
export async function performVerification(driving: Driving, step: SubjectStep): Promise<void> {
  const verdict = (await earlierVerdict(step)) ?? (await replay(driving, step));
  if (!verdict) return;
  await driving.at('replayed', step);
  const { passed, unseen, ...evidence } = verdict;
  if (passed) evidence.sentence += await whatItLeavesOpen(configOf(step, 'VERIFICATION').suiteId);
  await stepTransition(driving.lease, step.id, async (transaction, current) => {
    if (passed) await finishStep(transaction, current, { evidence });
    else if (unseen) await loseStep(transaction, current, { evidence });
    else await failStep(transaction, current, { evidence });
  });
}
