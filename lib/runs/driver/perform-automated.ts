import type { CallOutcome } from '@/lib/automation/call';
import { pause } from '@/lib/platform/process/pause';
import { evidenceOf } from '@/lib/runs/rules/evidence';
import { acceptAttempt, answerAttempt } from '@/lib/runs/steps/attempts';
import { configOf, type SubjectStep } from '@/lib/runs/subject';
import { failStep, type RunTransaction, waitFor } from '@/lib/runs/transitions/run-transaction';
import { settleDone, settleUnknown } from '@/lib/runs/transitions/settle-done';
import { makeCall, markSent, prepare, type ReadyCall } from './call-step';
import type { Driving } from './driving';
import { awaitsProof, performProof } from './perform-proof';
import { verifyChosenSnapshot } from './reload';
import { stepTransition, transition } from './transition';

const firstRetryMs = 500;

/** Whether there was no answer yet to a call that the automation took. */
function isAccepted(step: SubjectStep): boolean {
  return step.attempt?.state === 'SENT' && step.attempt.response !== null;
}

/** A call that went out in another life of the driver: taken and awaited, overdue, or nobody knows. */
async function settleEarlier(transaction: RunTransaction, step: SubjectStep): Promise<void> {
  const until = step.attempt?.callbackUntil;
  if (isAccepted(step) && until && until > transaction.now)
    return await waitFor(transaction, step, 'CALL_BACK');
  const sentence = isAccepted(step)
    ? 'The automation took the call, and did not call back in time.'
    : 'Standby stopped while the call was on its way: it may have arrived or not.';
  await settleUnknown(transaction, step, sentence);
}

/** Tries that the plan allows are only those of calls that certainly did not arrive. */
function mayTryAgain(step: SubjectStep): boolean {
  const { retries } = configOf(step, 'AUTOMATED');
  const before = evidenceOf(step).triedBefore ?? 0;
  return (step.attempt?.number ?? 0) - before <= retries;
}

async function settleAnswer(
  transaction: RunTransaction,
  step: SubjectStep,
  outcome: CallOutcome,
): Promise<void> {
  const { kind, sentence } = outcome;
  const response = JSON.parse(JSON.stringify(outcome));
  if (kind === 'UNKNOWN' || (kind === 'ACCEPTED' && configOf(step, 'AUTOMATED').answer === 'ANSWER')) {
    const said =
      kind === 'ACCEPTED'
        ? `${sentence} The step waits for no call-back, so nobody will know when.`
        : sentence;
    return await settleUnknown(transaction, step, said);
  }
  if (kind === 'ACCEPTED') {
    await acceptAttempt(transaction, step, { sentence, response });
    return await waitFor(transaction, step, 'CALL_BACK');
  }
  if (kind === 'DONE') {
    return await settleDone(transaction, step, { sentence, response, output: outcome.output });
  }
  await answerAttempt(transaction, step, { ok: false, sentence, response });
  if (kind === 'NOT_SENT' && mayTryAgain(step)) return;
  await failStep(transaction, step);
}

/** One call, from its being written down to what came of it. @returns whether another try follows */
async function callOnce(driving: Driving, step: SubjectStep): Promise<boolean> {
  const { lease } = driving;
  await verifyChosenSnapshot(lease.runId, step, driving.signal);
  let prepared = false;
  await stepTransition(lease, step.id, async (transaction, current) => {
    prepared = await prepare(transaction, current, lease.fence);
  });
  if (!prepared || driving.signal.aborted) return false;
  await driving.at('prepared', step);
  let ready: ReadyCall | null = null;
  await stepTransition(lease, step.id, async (transaction, current) => {
    ready = await markSent(transaction, current);
  });
  if (!ready) return false;
  const call: ReadyCall = ready;
  await driving.at('sent', step);
  const outcome = await makeCall(driving, call);
  await driving.at('answered', step);
  await stepTransition(lease, step.id, async (transaction, current) => {
    // The call-back may have been faster than the answer that announced it.
    if (current.attempt?.id !== call.attemptId || current.attempt.state !== 'SENT') return;
    await settleAnswer(transaction, current, outcome);
  });
  await driving.at('settled', step);
  return outcome.kind === 'NOT_SENT';
}

/**
 * Has the automation do something, once: SENT is stored before the call goes out, and what is found in SENT without
 * an answer is never sent again by itself.
 */
export async function performAutomated(driving: Driving, step: SubjectStep): Promise<void> {
  if (step.attempt?.state === 'SENT') {
    await stepTransition(driving.lease, step.id, settleEarlier);
    return;
  }
  if (awaitsProof(step)) return await performProof(driving, step);
  for (let tried = 0; await callOnce(driving, step); tried += 1) {
    const going = await transition(driving.lease, async ({ run }) => {
      const current = run.steps.find(({ id }) => id === step.id);
      return current?.state === 'RUNNING' && run.state === 'RUNNING';
    });
    if (!going || driving.signal.aborted) return;
    await pause(firstRetryMs * 2 ** tried, driving.signal);
  }
}
