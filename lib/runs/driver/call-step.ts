import { type CallOutcome, callAutomation } from '@/lib/automation/call';
import { endpointForRun } from '@/lib/automation/endpoint-for-run';
import { secretOf } from '@/lib/automation/endpoint-secret';
import { AppError, isAppError } from '@/lib/platform/errors';
import { settings } from '@/lib/platform/process/environment';
import { isolated } from '@/lib/platform/rules/isolate';
import { prepareAttempt, sendAttempt } from '@/lib/runs/steps/attempts';
import { configOf, type SubjectStep, writeStep } from '@/lib/runs/subject';
import { failStep, type RunTransaction, waitFor } from '@/lib/runs/transitions/run-transaction';
import type { Driving } from './driving';
import { reloadOf } from './reload';

type Endpoint = Awaited<ReturnType<typeof endpointForRun>>;

function namedStep(step: SubjectStep): string {
  return `Step ${step.phase}.${step.place}, ${isolated(step.name)},`;
}

async function endpointOf(transaction: RunTransaction, step: SubjectStep): Promise<Endpoint> {
  const { endpoints } = configOf(step, 'AUTOMATED');
  return await endpointForRun(transaction.tx, endpoints, transaction.run.mode, namedStep(step));
}

/** Runs the work; what it refuses is why the step failed. @returns null when it failed */
async function orFail<R>(
  transaction: RunTransaction,
  step: SubjectStep,
  work: () => Promise<R>,
): Promise<R | null> {
  try {
    return await work();
  } catch (error) {
    if (!isAppError(error)) throw error;
    await failStep(transaction, step, { evidence: { sentence: error.message } });
    return null;
  }
}

/** Writes down the attempt that is to be made, unless one is written down already. @returns whether there is one to send */
export async function prepare(
  transaction: RunTransaction,
  step: SubjectStep,
  fence: bigint,
): Promise<boolean> {
  if (step.attempt?.state === 'PREPARED') return true;
  const reload = await reloadOf(transaction, step);
  if (reload.kind === 'ASK') {
    await writeStep(transaction.tx, step, { evidence: { sentence: reload.sentence } });
    await waitFor(transaction, step, 'PERSON');
    return false;
  }
  if (reload.kind === 'BAD') {
    await failStep(transaction, step, { evidence: { sentence: reload.sentence } });
    return false;
  }
  const endpoint = await orFail(transaction, step, async () => {
    const found = await endpointOf(transaction, step);
    secretOf(found);
    return found;
  });
  if (!endpoint) return false;
  await prepareAttempt(transaction, step, { endpointId: endpoint.id, fence });
  return true;
}

export interface ReadyCall {
  attemptId: string;
  number: number;
  key: string;
  url: string;
  secret: string;
  timeoutMs: number;
  body: Record<string, unknown>;
}

/** The last thing stored before the call goes out. @returns the call, or null when it may not be made any more */
export async function markSent(transaction: RunTransaction, step: SubjectStep): Promise<ReadyCall | null> {
  const { attempt } = step;
  if (attempt?.state !== 'PREPARED') return null;
  const config = configOf(step, 'AUTOMATED');
  const ready = await orFail(transaction, step, async () => {
    const endpoint = await endpointOf(transaction, step);
    const reload = await reloadOf(transaction, step);
    if (reload.kind === 'BAD' || reload.kind === 'ASK') throw new AppError('precondition', reload.sentence);
    return { endpoint, secret: secretOf(endpoint), more: reload.kind === 'READY' ? reload.input : {} };
  });
  if (!ready) return null;
  const { endpoint, secret, more } = ready;
  const input = { ...config.input, ...more };
  const until = new Date(transaction.now.getTime() + config.timeoutSeconds * 1_000);
  const token = await sendAttempt(transaction, step, {
    request: { action: config.action, input },
    endpointId: endpoint.id,
    callbackUntil: config.answer === 'CALL_BACK' ? until : null,
  });
  const callback = token && {
    url: `${settings().url}/api/v1/automation/call-backs/${token}`,
    until: until.toISOString(),
  };
  return {
    attemptId: attempt.id,
    number: attempt.number,
    key: attempt.idempotencyKey,
    secret,
    url: endpoint.url,
    timeoutMs: Math.min(endpoint.timeoutSeconds, config.timeoutSeconds) * 1_000,
    body: {
      type: 'standby.step',
      timestamp: transaction.now.toISOString(),
      data: {
        action: config.action,
        input,
        run: { ref: transaction.run.ref, mode: transaction.run.mode },
        step: { id: step.stepId, name: step.name },
        attempt: attempt.number,
        callback,
      },
    },
  };
}

/** Makes the call, once. @throws the reason of `lost` when the run went into other hands meanwhile */
export async function makeCall(driving: Driving, ready: ReadyCall): Promise<CallOutcome> {
  const { url, secret, key, body, timeoutMs } = ready;
  return await callAutomation({ url, secret, key, body, timeoutMs }, driving.lost);
}
