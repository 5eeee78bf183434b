import { announce } from '@/lib/runs/announce';
import { runStepStarted, runTakenUp } from '@/lib/runs/events';
import { finishRun } from '@/lib/runs/finish-run';
import { currentStep } from '@/lib/runs/rules/progress';
import { factsOf, runs, type SubjectStep, stepFactsOf } from '@/lib/runs/subject';
import { afterFailure, moveStep, type Turn, waitFor } from '@/lib/runs/turn';

/** What the driver does next: work on a step, look again at once, or nothing until somebody acts. */
export type Next = { work: SubjectStep } | { again: SubjectStep; place: 'begun' | 'settled' } | null;

async function begin(turn: Turn, step: SubjectStep): Promise<void> {
  await moveStep(turn, step, 'RUNNING', { startedAt: turn.now });
  step.startedAt = turn.now;
  turn.run.version = (await runs.write(turn.tx, turn.run, {})).version;
  turn.record(runStepStarted(stepFactsOf(turn.run, step)));
}

async function nextPrecheck(turn: Turn): Promise<Next> {
  const step = turn.run.steps.find(
    ({ phase, state }) => phase === 0 && ['PENDING', 'RUNNING'].includes(state),
  );
  if (!step) return null;
  if (step.state === 'PENDING') {
    await moveStep(turn, step, 'RUNNING', { startedAt: turn.now });
    step.startedAt = turn.now;
  }
  return { work: step };
}

async function runningStep(turn: Turn, step: SubjectStep): Promise<Next> {
  const { run } = turn;
  switch (step.kind) {
    case 'MANUAL':
      await waitFor(turn, step, 'PERSON');
      return null;
    case 'APPROVAL':
      await waitFor(turn, step, 'APPROVAL');
      return null;
    case 'ANNOUNCEMENT':
      if (run.state === 'PAUSED') return null;
      if (run.mode === 'LIVE' && !run.announces) {
        await waitFor(turn, step, 'PERSON');
        return null;
      }
      await announce(turn, step, { memberId: null });
      return { again: step, place: 'settled' };
    default:
      return (await waitsForCallBack(turn, step)) || !isOurs(turn, step) ? null : { work: step };
  }
}

/** The automation took the call and has time left to call back. */
async function waitsForCallBack(turn: Turn, { attempt, ...step }: SubjectStep): Promise<boolean> {
  if (attempt?.state !== 'SENT' || attempt.response === null) return false;
  if (!attempt.callbackUntil || attempt.callbackUntil <= turn.now) return false;
  await waitFor(turn, { ...step, attempt }, 'CALL_BACK');
  return true;
}

/** Whether a step in work is for the driver to bring on, in the state that the run is in. */
function isOurs({ run }: Turn, step: SubjectStep): boolean {
  if (run.state === 'RUNNING') return true;
  const open = step.attempt?.state;
  // What waits is brought on by a person, but for a call-back whose time is over.
  if (run.state === 'WAITING') return open === 'SENT';
  // A paused run brings its step to the end, and begins nothing.
  return step.kind !== 'AUTOMATED' || open === 'PREPARED' || open === 'SENT';
}

/** Decides, in one transaction, what comes next, and stores whatever follows from that. */
export async function nextWork(turn: Turn): Promise<Next> {
  const { run } = turn;
  if (run.state === 'PRECHECK') return await nextPrecheck(turn);
  const step = currentStep(run.steps);
  if (!step) {
    if (run.state === 'RUNNING') await finishRun(turn);
    return null;
  }
  // Only an overdue call-back brings a waiting run here; a paused one brings its step to the end.
  if (step.state === 'RUNNING') return await runningStep(turn, step);
  if (run.state !== 'RUNNING') return null;
  if (step.state === 'PENDING') {
    await begin(turn, step);
    return { again: step, place: 'begun' };
  }
  if (step.state === 'UNKNOWN') await waitFor(turn, step, 'PERSON');
  else await afterFailure(turn, step);
  return null;
}

/** Notes that the driver before was taken for dead. */
export async function noteTakeOver(turn: Turn, fence: bigint): Promise<void> {
  turn.record(runTakenUp({ ...factsOf(turn.run), fence: Number(fence) }));
}
