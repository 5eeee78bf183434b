import { sha256 } from '@/lib/platform/audit/canonical-json';
import { newId, newSecret } from '@/lib/platform/ids';
import { runAttempted } from '@/lib/runs/events';
import { attemptLifecycle } from '@/lib/runs/lifecycle';
import type { AttemptState } from '@/lib/runs/schema';
import { type SubjectStep, stepFactsOf } from '@/lib/runs/subject';
import type { RunTransaction } from '@/lib/runs/transitions/run-transaction';
import type { Prisma } from '@/prisma/generated/client';

type Attempt = NonNullable<SubjectStep['attempt']>;

async function moveAttempt(
  transaction: RunTransaction,
  step: SubjectStep,
  to: AttemptState,
  data: Prisma.StepAttemptUncheckedUpdateInput & { ok?: boolean | null },
): Promise<Attempt> {
  const { attempt } = step;
  if (!attempt) throw new Error(`Step ${step.id} has no attempt that could become ${to}.`);
  if (attempt.state !== to) attemptLifecycle.assertMove(attempt.state, to);
  await transaction.tx.stepAttempt.update({ where: { id: attempt.id }, data: { ...data, state: to } });
  attempt.state = to;
  const { id: attemptId, number } = attempt;
  transaction.record(
    runAttempted({
      ...stepFactsOf(transaction.run, step),
      attemptId,
      number,
      state: to,
      ok: data.ok ?? null,
    }),
  );
  return attempt;
}

/** Writes down that a call will be made, with the key under which its receiver knows it. Nothing has gone out yet. */
export async function prepareAttempt(
  transaction: RunTransaction,
  step: SubjectStep,
  prepared: { endpointId: string; fence: bigint },
): Promise<void> {
  const number = (step.attempt?.number ?? 0) + 1;
  const id = newId();
  step.attempt = await transaction.tx.stepAttempt.create({
    data: {
      id,
      number,
      runStepId: step.id,
      preparedAt: transaction.now,
      ...prepared,
      idempotencyKey: `standby_${newId()}`,
    },
  });
  transaction.record(
    runAttempted({
      ...stepFactsOf(transaction.run, step),
      attemptId: id,
      number,
      state: 'PREPARED',
      ok: null,
    }),
  );
}

/**
 * Writes down that the call goes out now; whoever finds it in this state without an answer does not send it again.
 * @returns the token of the call-back, kept as a hash only, or null when none is awaited
 */
export async function sendAttempt(
  transaction: RunTransaction,
  step: SubjectStep,
  call: { request: Prisma.InputJsonValue; endpointId: string; callbackUntil: Date | null },
): Promise<string | null> {
  const token = call.callbackUntil ? newSecret() : null;
  await moveAttempt(transaction, step, 'SENT', {
    ...call,
    sentAt: transaction.now,
    callbackTokenHash: token ? sha256(token) : null,
  });
  return token;
}

interface Answer {
  ok: boolean;
  sentence: string;
  response: Prisma.InputJsonValue;
}

export async function answerAttempt(
  transaction: RunTransaction,
  step: SubjectStep,
  answer: Answer,
): Promise<void> {
  await moveAttempt(transaction, step, 'ANSWERED', { ...answer, answeredAt: transaction.now });
}

/** It may have arrived or not: only a person can find out. */
export async function loseAttempt(
  transaction: RunTransaction,
  step: SubjectStep,
  sentence: string,
): Promise<void> {
  await moveAttempt(transaction, step, 'UNKNOWN', { sentence });
}

/** The automation took the call and will call back; from here on a crash of Standby loses nothing. */
export async function acceptAttempt(
  transaction: RunTransaction,
  step: SubjectStep,
  answer: Omit<Answer, 'ok'>,
): Promise<void> {
  if (!step.attempt) return;
  const { id } = step.attempt;
  await transaction.tx.stepAttempt.update({ where: { id }, data: answer });
  step.attempt.response = answer.response as Prisma.JsonValue;
}

/** Gives up an attempt that is on its way. @returns whether there was one */
export async function leaveAttempt(
  transaction: RunTransaction,
  step: SubjectStep,
  sentence: string,
): Promise<boolean> {
  if (step.attempt?.state !== 'SENT') return false;
  await loseAttempt(transaction, step, sentence);
  return true;
}
