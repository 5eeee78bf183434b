import { secretOf } from '@/lib/automation/endpoint-secret';
import { type CallBackBody, callBackSchema } from '@/lib/automation/rules/answer';
import { isSigned } from '@/lib/automation/signature';
import type { Tx } from '@/lib/database/db';
import { sha256 } from '@/lib/platform/audit/canonical-json';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import { runCalledBack } from '@/lib/runs/events';
import { runPolicy } from '@/lib/runs/policy';
import { type CallBackView, callBackViewSchema } from '@/lib/runs/queries/views';
import { callBackInput, openRunStates } from '@/lib/runs/schema';
import { answerAttempt } from '@/lib/runs/steps/attempts';
import { factsOf, type RunSubject, runs, type SubjectStep, stepOf } from '@/lib/runs/subject';
import { actView, failStep, type RunTransaction } from '@/lib/runs/transitions/run-transaction';
import { settleDone } from '@/lib/runs/transitions/settle-done';
import type { Prisma } from '@/prisma/generated/client';

const sentences: Record<CallBackView['why'], string> = {
  TAKEN: 'Taken.',
  SIGNATURE: 'The signature is not that of the endpoint.',
  LATE: 'It came after its time, so it was recorded and changes nothing.',
  REPEATED: 'It was called back before; this one was recorded and changes nothing.',
  UNREADABLE: 'The body has to be {"state": "done" or "failed", "sentence": …, "output": …}.',
  OVER: 'Nobody waits for it any more, so it was recorded and changes nothing.',
};

/** More than this of one attempt are not kept: somebody is only making noise. */
const mostStored = 50;

async function attemptOf(tx: Tx, token: string) {
  const attempt = await tx.stepAttempt.findUnique({
    where: { callbackTokenHash: sha256(token) },
    select: {
      id: true,
      runStepId: true,
      runStep: { select: { runId: true } },
      endpoint: { select: { id: true, secret: true, secretKeyId: true } },
    },
  });
  if (!attempt?.endpoint) throw new AppError('not_found', 'Nobody waits for a call-back here.');
  const run = await runs.lock(tx, attempt.runStep.runId);
  return { ...attempt, endpoint: attempt.endpoint, run, step: stepOf(run, attempt.runStepId) };
}

type Called = Awaited<ReturnType<typeof attemptOf>>;

/** The id of the attempt that a token belongs to, to know who calls. @throws AppError `not_found` */
export async function callerOfToken(tx: Tx, token: string): Promise<string> {
  const row = await tx.stepAttempt.findUnique({
    where: { callbackTokenHash: sha256(token) },
    select: { id: true },
  });
  if (!row) throw new AppError('not_found', 'Nobody waits for a call-back here.');
  return row.id;
}

/** Nobody knows yet what came of the call: it is on its way, or its answer said nothing and nobody has decided. */
function isOpen(run: RunSubject, step: SubjectStep, attemptId: string): boolean {
  return (
    (openRunStates as readonly string[]).includes(run.state) &&
    ['RUNNING', 'UNKNOWN'].includes(step.state) &&
    step.attempt?.id === attemptId &&
    ['SENT', 'UNKNOWN'].includes(step.attempt.state)
  );
}

async function judge(
  tx: Tx,
  called: Called,
  signed: boolean,
  read: CallBackBody | null,
  now: Date,
): Promise<CallBackView['why']> {
  const { id, run, step } = called;
  if (!signed) return 'SIGNATURE';
  if (!read) return 'UNREADABLE';
  const before = await tx.stepCallback.count({ where: { attemptId: id, accepted: true } });
  if (before > 0) return 'REPEATED';
  const until = step.attempt?.id === id ? step.attempt.callbackUntil : null;
  if (until && until < now) return 'LATE';
  return isOpen(run, step, id) ? 'TAKEN' : 'OVER';
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function settle(
  transaction: RunTransaction,
  step: SubjectStep,
  { state, sentence, output }: CallBackBody,
): Promise<void> {
  const ok = state === 'done';
  const said = sentence ?? (ok ? 'The automation says it is done.' : 'The automation says it failed.');
  const response = {
    kind: ok ? 'DONE' : 'FAILED',
    calledBack: true,
    ...(output === undefined ? {} : { output }),
  };
  const answer = { sentence: said, response: response as Prisma.InputJsonValue };
  if (ok) return await settleDone(transaction, step, { ...answer, output });
  await answerAttempt(transaction, step, { ok, ...answer });
  await failStep(transaction, step);
}

/**
 * The automation calls back. What is late, repeated or wrongly signed is recorded and changes nothing. The actor is
 * the attempt itself, known by the token.
 */
export const callBack = command({
  input: callBackInput,
  answer: callBackViewSchema,
  load: (tx, { token }) => attemptOf(tx, token),
  allow: permit(runPolicy, 'run.callBack'),
  run: async ({ tx, input: { body, headers }, subject: called, ctx, now, record }): Promise<CallBackView> => {
    const { id, run, step, endpoint } = called;
    if (ctx.actor.kind !== 'callback' || ctx.actor.attemptId !== id) {
      throw new AppError('forbidden', 'This call-back belongs to another call.');
    }
    const signed = isSigned(body, headers, secretOf(endpoint));
    const json = signed ? bodyOf(body) : null;
    const read = callBackSchema.safeParse(json);
    const why = await judge(tx, called, signed, read.success ? read.data : null, now);
    const accepted = why === 'TAKEN';
    if ((await tx.stepCallback.count({ where: { attemptId: id } })) < mostStored) {
      const said =
        read.success && !accepted
          ? ` It said: ${read.data.state}. ${read.data.sentence ?? ''}`.trimEnd()
          : '';
      await tx.stepCallback.create({
        data: {
          id: newId(),
          attemptId: id,
          accepted,
          receivedAt: now,
          reason: accepted ? null : `A call-back came. ${sentences[why]}${said}`,
          ...(read.success ? { body: json as Prisma.InputJsonValue } : {}),
        },
      });
      record(runCalledBack({ ...factsOf(run), attemptId: id, accepted, why }));
    }
    if (accepted && read.success) {
      const transaction: RunTransaction = { tx, run, now, record };
      const before = run.version;
      await settle(transaction, step, read.data);
      await actView(transaction, before);
    }
    return { accepted, why, sentence: sentences[why] };
  },
});
