import { type CallOutcome, callAutomation } from '@/lib/automation/call';
import { secretOf } from '@/lib/automation/endpoint-secret';
import { endpointForRun } from '@/lib/automation/for-run';
import { AppError, isAppError } from '@/lib/platform/errors';
import { settings } from '@/lib/platform/process/environment';
import { prepareAttempt, sendAttempt } from '@/lib/runs/attempts';
import { configOf, type SubjectStep, writeStep } from '@/lib/runs/subject';
import { failStep, type Turn, waitFor } from '@/lib/runs/turn';
import type { Driving } from './driving';
import { reloadOf } from './reload';

type Endpoint = Awaited<ReturnType<typeof endpointForRun>>;

function namedStep(step: SubjectStep): string {
  return `Step ${step.phase}.${step.place}, ${step.name},`;
}

async function endpointOf(turn: Turn, step: SubjectStep): Promise<Endpoint> {
  const { endpoints } = configOf(step, 'AUTOMATED');
  return await endpointForRun(turn.tx, endpoints, turn.run.mode, namedStep(step));
}

/** Runs the work; what it refuses is why the step failed. @returns null when it failed */
async function orFail<R>(turn: Turn, step: SubjectStep, work: () => Promise<R>): Promise<R | null> {
  try {
    return await work();
  } catch (error) {
    if (!isAppError(error)) throw error;
    await failStep(turn, step, { evidence: { sentence: error.message } });
    return null;
  }
}

/** Writes down the attempt that is to be made, unless one is written down already. @returns whether there is one to send */
export async function prepare(turn: Turn, step: SubjectStep, fence: bigint): Promise<boolean> {
  if (step.attempt?.state === 'PREPARED') return true;
  const reload = await reloadOf(turn, step);
  if (reload.kind === 'ASK') {
    await writeStep(turn.tx, step, { evidence: { sentence: reload.sentence } });
    await waitFor(turn, step, 'PERSON');
    return false;
  }
  if (reload.kind === 'BAD') {
    await failStep(turn, step, { evidence: { sentence: reload.sentence } });
    return false;
  }
  const endpoint = await orFail(turn, step, async () => {
    const found = await endpointOf(turn, step);
    secretOf(found);
    return found;
  });
  if (!endpoint) return false;
  await prepareAttempt(turn, step, { endpointId: endpoint.id, fence });
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
export async function markSent(turn: Turn, step: SubjectStep): Promise<ReadyCall | null> {
  const { attempt } = step;
  if (attempt?.state !== 'PREPARED') return null;
  const config = configOf(step, 'AUTOMATED');
  const ready = await orFail(turn, step, async () => {
    const endpoint = await endpointOf(turn, step);
    const reload = await reloadOf(turn, step);
    if (reload.kind === 'BAD' || reload.kind === 'ASK') throw new AppError('precondition', reload.sentence);
    return { endpoint, secret: secretOf(endpoint), more: reload.kind === 'READY' ? reload.input : {} };
  });
  if (!ready) return null;
  const { endpoint, secret, more } = ready;
  const input = { ...config.input, ...more };
  const until = new Date(turn.now.getTime() + config.timeoutSeconds * 1_000);
  const token = await sendAttempt(turn, step, {
    request: { action: config.action, input },
    endpointId: endpoint.id,
    callbackUntil: config.answer === 'CALL_BACK' ? until : null,
  });
  const callback = token && {
    url: `${settings().url}/api/v1/automation/call-backs/${token}`,
    until: until.toISOString(),
  };
  return {
    ...{
      attemptId: attempt.id,
      number: attempt.number,
      key: attempt.idempotencyKey,
      secret,
      url: endpoint.url,
    },
    timeoutMs: Math.min(endpoint.timeoutSeconds, config.timeoutSeconds) * 1_000,
    body: {
      type: 'standby.step',
      timestamp: turn.now.toISOString(),
      data: {
        ...{ action: config.action, input },
        run: { ref: turn.run.ref, mode: turn.run.mode },
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
