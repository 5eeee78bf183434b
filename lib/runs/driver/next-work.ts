import { runStepStarted, runTakenUp } from '@/lib/runs/events';
import { currentStep } from '@/lib/runs/rules/progress';
import { factsOf, runs, type SubjectStep, stepFactsOf } from '@/lib/runs/subject';
import { announce } from '@/lib/runs/transitions/announce';
import { finishRun } from '@/lib/runs/transitions/finish-run';
import { afterFailure, moveStep, type RunTransaction, waitFor } from '@/lib/runs/transitions/run-transaction';
import { awaitsProof } from './perform-proof';

/** What the driver does next: work on a step, look again at once, or nothing until somebody acts. */
export type Next = { work: SubjectStep } | { again: SubjectStep; place: 'begun' | 'settled' } | null;

async function begin(transaction: RunTransaction, step: SubjectStep): Promise<void> {
  await moveStep(transaction, step, 'RUNNING', { startedAt: transaction.now });
  step.startedAt = transaction.now;
  transaction.run.version = (await runs.write(transaction.tx, transaction.run, {})).version;
  transaction.record(runStepStarted(stepFactsOf(transaction.run, step)));
}

async function nextPrecheck(transaction: RunTransaction): Promise<Next> {
  const step = transaction.run.steps.find(
    ({ phase, state }) => phase === 0 && ['PENDING', 'RUNNING'].includes(state),
  );
  if (!step) return null;
  if (step.state === 'PENDING') {
    await moveStep(transaction, step, 'RUNNING', { startedAt: transaction.now });
    step.startedAt = transaction.now;
  }
  return { work: step };
}

async function runningStep(transaction: RunTransaction, step: SubjectStep): Promise<Next> {
  const { run } = transaction;
  switch (step.kind) {
    case 'MANUAL':
      await waitFor(transaction, step, 'PERSON');
      return null;
    case 'APPROVAL':
      await waitFor(transaction, step, 'APPROVAL');
      return null;
    case 'ANNOUNCEMENT':
      if (run.state === 'PAUSED') return null;
      if (run.mode === 'LIVE' && !run.announces) {
        await waitFor(transaction, step, 'PERSON');
        return null;
      }
      await announce(transaction, step, { memberId: null });
      return { again: step, place: 'settled' };
    default:
      return (await waitsForCallBack(transaction, step)) || !isOurs(transaction, step)
        ? null
        : { work: step };
  }
}

/** The automation took the call and has time left to call back. */
async function waitsForCallBack(
  transaction: RunTransaction,
  { attempt, ...step }: SubjectStep,
): Promise<boolean> {
  if (attempt?.state !== 'SENT' || attempt.response === null) return false;
  if (!attempt.callbackUntil || attempt.callbackUntil <= transaction.now) return false;
  await waitFor(transaction, { ...step, attempt }, 'CALL_BACK');
  return true;
}

/** Whether a step in work is for the driver to bring on, in the state that the run is in. */
function isOurs({ run }: RunTransaction, step: SubjectStep): boolean {
  if (run.state === 'RUNNING') return true;
  const open = step.attempt?.state;
  // What waits is brought on by a person, but for a call-back whose time is over.
  if (run.state === 'WAITING') return open === 'SENT';
  // A paused run brings its step to the end, and begins nothing.
  return step.kind !== 'AUTOMATED' || open === 'PREPARED' || open === 'SENT' || awaitsProof(step);
}

/** Decides, in one transaction, what comes next, and stores whatever follows from that. */
export async function nextWork(transaction: RunTransaction): Promise<Next> {
  const { run } = transaction;
  if (run.state === 'PRECHECK') return await nextPrecheck(transaction);
  const step = currentStep(run.steps);
  if (!step) {
    if (run.state === 'RUNNING') await finishRun(transaction);
    return null;
  }
  // Only an overdue call-back brings a waiting run here; a paused one brings its step to the end.
  if (step.state === 'RUNNING') return await runningStep(transaction, step);
  if (run.state !== 'RUNNING') return null;
  if (step.state === 'PENDING') {
    await begin(transaction, step);
    return { again: step, place: 'begun' };
  }
  if (step.state === 'UNKNOWN') await waitFor(transaction, step, 'PERSON');
  else await afterFailure(transaction, step);
  return null;
}

/** Notes that the driver before was taken for dead. */
export async function noteTakeOver(transaction: RunTransaction, fence: bigint): Promise<void> {
  transaction.record(runTakenUp({ ...factsOf(transaction.run), fence: Number(fence) }));
}
