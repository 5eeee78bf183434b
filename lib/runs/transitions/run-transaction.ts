import type { Tx } from '@/lib/database/db';
import type { EventDraft } from '@/lib/platform/events/event-type';
import {
  runContinued,
  runFailed,
  runStepDone,
  runStepFailed,
  runStepSkipped,
  runStepUnknown,
  runWaiting,
} from '@/lib/runs/events';
import { runLifecycle, stepLifecycle } from '@/lib/runs/lifecycle';
import type { RunActView } from '@/lib/runs/queries/views';
import { evidenceOf } from '@/lib/runs/rules/evidence';
import type { RunState, StepState, WaitingFor } from '@/lib/runs/schema';
import { factsOf, type RunSubject, runs, type SubjectStep, stepFactsOf, writeStep } from '@/lib/runs/subject';
import type { Prisma } from '@/prisma/generated/client';

/** One transaction on one locked run, by a person, a call-back or the driver. Its subject is kept up to date. */
export interface RunTransaction {
  tx: Tx;
  run: RunSubject;
  now: Date;
  record: (...drafts: EventDraft[]) => void;
}

type StepColumns = Omit<Prisma.RunStepUncheckedUpdateInput, 'state' | 'version'>;

export async function moveStep(
  transaction: RunTransaction,
  step: SubjectStep,
  to: StepState,
  data: StepColumns = {},
) {
  stepLifecycle.assertMove(step.state, to);
  await writeStep(transaction.tx, step, { ...data, state: to });
  step.version += 1;
  step.state = to;
  if (data.evidence !== undefined) step.evidence = data.evidence as Prisma.JsonValue;
}

/** Columns of the run that go with its next write; the version counts up once a transaction. */
export async function moveRun(
  transaction: RunTransaction,
  to: RunState,
  data: Omit<Prisma.RunUncheckedUpdateInput, 'state' | 'version'> = {},
  waitingFor: WaitingFor | null = null,
): Promise<void> {
  if (transaction.run.state !== to) runLifecycle.assertMove(transaction.run.state, to);
  const view = await runs.write(transaction.tx, transaction.run, { ...data, state: to, waitingFor });
  transaction.run.version = view.version;
  transaction.run.state = to;
  transaction.run.waitingFor = waitingFor;
}

/** What an act answers, after the version counted up at least once. */
export async function actView(transaction: RunTransaction, before: number): Promise<RunActView> {
  if (transaction.run.version === before) {
    transaction.run.version = (await runs.write(transaction.tx, transaction.run, {})).version;
  }
  const { id, ref, version, state } = transaction.run;
  return { id, ref, version, state };
}

/** The run waits; one that a person paused stays paused, and waits once it is resumed. */
export async function waitFor(
  transaction: RunTransaction,
  step: SubjectStep,
  waitingFor: WaitingFor,
): Promise<void> {
  const { run } = transaction;
  if (run.state === 'PAUSED' || (run.state === 'WAITING' && run.waitingFor === waitingFor)) return;
  await moveRun(transaction, 'WAITING', {}, waitingFor);
  transaction.record(runWaiting({ ...factsOf(run), waitingFor, runStepId: step.id }));
}

/** What it waited for is there. */
export async function continueRun(transaction: RunTransaction): Promise<void> {
  if (transaction.run.state !== 'WAITING') return;
  await moveRun(transaction, 'RUNNING');
  transaction.record(runContinued(factsOf(transaction.run)));
}

function secondsSince(step: SubjectStep, now: Date): number {
  return step.startedAt ? Math.max(0, Math.round((now.getTime() - step.startedAt.getTime()) / 1_000)) : 0;
}

/** No earlier than it began, whatever two clocks say. */
function endOf(transaction: RunTransaction, step: SubjectStep): Date {
  return step.startedAt && step.startedAt > transaction.now ? step.startedAt : transaction.now;
}

export async function finishStep(
  transaction: RunTransaction,
  step: SubjectStep,
  data: StepColumns = {},
): Promise<void> {
  await moveStep(transaction, step, 'DONE', { ...data, finishedAt: endOf(transaction, step) });
  transaction.record(
    runStepDone({
      ...stepFactsOf(transaction.run, step),
      seconds: secondsSince(step, transaction.now),
      shown: evidenceOf(step).shown ?? true,
    }),
  );
  await continueRun(transaction);
}

export async function skipStep(
  transaction: RunTransaction,
  step: SubjectStep,
  data: StepColumns,
): Promise<void> {
  await moveStep(transaction, step, 'SKIPPED', { ...data, finishedAt: endOf(transaction, step) });
  transaction.record(runStepSkipped(stepFactsOf(transaction.run, step)));
  await continueRun(transaction);
}

/** The step failed: then the plan says whether a person is asked, the run goes on, or ends. */
export async function failStep(
  transaction: RunTransaction,
  step: SubjectStep,
  data: StepColumns = {},
): Promise<void> {
  await moveStep(transaction, step, 'FAILED', { ...data, finishedAt: endOf(transaction, step) });
  const carriedOn = step.onFailure === 'CARRY_ON';
  transaction.record(runStepFailed({ ...stepFactsOf(transaction.run, step), carriedOn }));
  await afterFailure(transaction, step);
}

export async function afterFailure(transaction: RunTransaction, step: SubjectStep): Promise<void> {
  if (step.onFailure === 'CARRY_ON') return await continueRun(transaction);
  if (step.onFailure === 'ABORT' && transaction.run.state !== 'PAUSED')
    return await failRun(transaction, step);
  await waitFor(transaction, step, 'PERSON');
}

export async function failRun(transaction: RunTransaction, step: SubjectStep | null): Promise<void> {
  await moveRun(transaction, 'FAILED', {
    finishedAt: transaction.now,
    leaseExpiresAt: null,
    leaseHolder: null,
  });
  transaction.record(runFailed({ ...factsOf(transaction.run), runStepId: step?.id ?? null }));
}

/** Nobody knows what became of the step, so a person decides. */
export async function loseStep(
  transaction: RunTransaction,
  step: SubjectStep,
  data: StepColumns = {},
): Promise<void> {
  if (step.state !== 'UNKNOWN') {
    await moveStep(transaction, step, 'UNKNOWN', data);
    transaction.record(runStepUnknown(stepFactsOf(transaction.run, step)));
  }
  await waitFor(transaction, step, 'PERSON');
}
