import type { Tx } from '@/lib/database/db';
import type { EventDraft } from '@/lib/platform/events/event-type';
import type { RunActView } from '@/lib/runs/queries/views';
import type { Prisma } from '@/prisma/generated/client';
import {
  runContinued,
  runFailed,
  runStepDone,
  runStepFailed,
  runStepSkipped,
  runStepUnknown,
  runWaiting,
} from './events';
import { runLifecycle, stepLifecycle } from './lifecycle';
import type { RunState, StepState, WaitingFor } from './schema';
import { factsOf, type RunSubject, runs, type SubjectStep, stepFactsOf, writeStep } from './subject';

/** One transaction on one locked run, by a person, a call-back or the driver. Its subject is kept as it becomes. */
export interface Turn {
  tx: Tx;
  run: RunSubject;
  now: Date;
  record: (...drafts: EventDraft[]) => void;
}

type StepColumns = Omit<Prisma.RunStepUncheckedUpdateInput, 'state' | 'version'>;

export async function moveStep(turn: Turn, step: SubjectStep, to: StepState, data: StepColumns = {}) {
  stepLifecycle.assertMove(step.state, to);
  await writeStep(turn.tx, step, { ...data, state: to });
  step.version += 1;
  step.state = to;
}

/** Columns of the run that go with its next write; the version counts up once a turn. */
export async function moveRun(
  turn: Turn,
  to: RunState,
  data: Omit<Prisma.RunUncheckedUpdateInput, 'state' | 'version'> = {},
  waitingFor: WaitingFor | null = null,
): Promise<void> {
  if (turn.run.state !== to) runLifecycle.assertMove(turn.run.state, to);
  const view = await runs.write(turn.tx, turn.run, { ...data, state: to, waitingFor });
  turn.run.version = view.version;
  turn.run.state = to;
  turn.run.waitingFor = waitingFor;
}

/** What an act answers, after the version counted up at least once. */
export async function actView(turn: Turn, before: number): Promise<RunActView> {
  if (turn.run.version === before) {
    turn.run.version = (await runs.write(turn.tx, turn.run, {})).version;
  }
  const { id, ref, version, state } = turn.run;
  return { id, ref, version, state };
}

/** The run waits; one that a person paused stays paused, and waits once it is resumed. */
export async function waitFor(turn: Turn, step: SubjectStep, waitingFor: WaitingFor): Promise<void> {
  const { run } = turn;
  if (run.state === 'PAUSED' || (run.state === 'WAITING' && run.waitingFor === waitingFor)) return;
  await moveRun(turn, 'WAITING', {}, waitingFor);
  turn.record(runWaiting({ ...factsOf(run), waitingFor, runStepId: step.id }));
}

/** What it waited for is there. */
export async function continueRun(turn: Turn): Promise<void> {
  if (turn.run.state !== 'WAITING') return;
  await moveRun(turn, 'RUNNING');
  turn.record(runContinued(factsOf(turn.run)));
}

function secondsSince(step: SubjectStep, now: Date): number {
  return step.startedAt ? Math.max(0, Math.round((now.getTime() - step.startedAt.getTime()) / 1_000)) : 0;
}

/** No earlier than it began, whatever two clocks say. */
function endOf(turn: Turn, step: SubjectStep): Date {
  return step.startedAt && step.startedAt > turn.now ? step.startedAt : turn.now;
}

export async function finishStep(turn: Turn, step: SubjectStep, data: StepColumns = {}): Promise<void> {
  await moveStep(turn, step, 'DONE', { ...data, finishedAt: endOf(turn, step) });
  turn.record(runStepDone({ ...stepFactsOf(turn.run, step), seconds: secondsSince(step, turn.now) }));
  await continueRun(turn);
}

export async function skipStep(turn: Turn, step: SubjectStep, data: StepColumns): Promise<void> {
  await moveStep(turn, step, 'SKIPPED', { ...data, finishedAt: endOf(turn, step) });
  turn.record(runStepSkipped(stepFactsOf(turn.run, step)));
  await continueRun(turn);
}

/** The step failed: then the plan says whether a person is asked, the run goes on, or ends. */
export async function failStep(turn: Turn, step: SubjectStep, data: StepColumns = {}): Promise<void> {
  await moveStep(turn, step, 'FAILED', { ...data, finishedAt: endOf(turn, step) });
  const carriedOn = step.onFailure === 'CARRY_ON';
  turn.record(runStepFailed({ ...stepFactsOf(turn.run, step), carriedOn }));
  await afterFailure(turn, step);
}

export async function afterFailure(turn: Turn, step: SubjectStep): Promise<void> {
  if (step.onFailure === 'CARRY_ON') return await continueRun(turn);
  if (step.onFailure === 'ABORT' && turn.run.state !== 'PAUSED') return await failRun(turn, step);
  await waitFor(turn, step, 'PERSON');
}

export async function failRun(turn: Turn, step: SubjectStep | null): Promise<void> {
  await moveRun(turn, 'FAILED', { finishedAt: turn.now, leaseExpiresAt: null, leaseHolder: null });
  turn.record(runFailed({ ...factsOf(turn.run), runStepId: step?.id ?? null }));
}

/** Nobody knows what became of the step, so a person decides. */
export async function loseStep(turn: Turn, step: SubjectStep, data: StepColumns = {}): Promise<void> {
  await moveStep(turn, step, 'UNKNOWN', data);
  turn.record(runStepUnknown(stepFactsOf(turn.run, step)));
  await waitFor(turn, step, 'PERSON');
}
