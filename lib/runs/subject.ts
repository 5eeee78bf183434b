import type { Tx } from '@/lib/database/db';
import { type PlanStep, stepSchema } from '@/lib/plans/rules/content';
import { AppError } from '@/lib/platform/errors';
import { nameRows } from '@/lib/platform/names';
import type { Progress } from '@/lib/runs/rules/progress';
import type { Prisma } from '@/prisma/generated/client';

nameRows('run', 'run', 'ref');
nameRows('step', 'run_step', 'name');

const attemptSelect = {
  id: true,
  number: true,
  state: true,
  ok: true,
  sentence: true,
  request: true,
  response: true,
  idempotencyKey: true,
  endpointId: true,
  callbackUntil: true,
  sentAt: true,
} satisfies Prisma.StepAttemptSelect;

export const stepSelect = {
  id: true,
  stepId: true,
  phase: true,
  phaseName: true,
  position: true,
  kind: true,
  name: true,
  config: true,
  state: true,
  startedAt: true,
  finishedAt: true,
  evidence: true,
  version: true,
  attempts: { orderBy: { number: 'desc' }, take: 1, select: attemptSelect },
} satisfies Prisma.RunStepSelect;

const subjectSelect = {
  id: true,
  ref: true,
  kind: true,
  mode: true,
  state: true,
  waitingFor: true,
  version: true,
  serviceId: true,
  incidentId: true,
  operatorId: true,
  planId: true,
  announces: true,
  clockStartedAt: true,
  startedAt: true,
  leaseHolder: true,
  leaseFence: true,
  steps: { orderBy: { position: 'asc' }, select: stepSelect },
} satisfies Prisma.RunSelect;

type Row = Prisma.RunGetPayload<{ select: typeof subjectSelect }>;
type StepRow = Row['steps'][number];

/** A step as acts and the driver see it: the row, its place in its phase, and its newest attempt. */
export type SubjectStep = Omit<StepRow, 'attempts'> &
  Progress & { place: number; attempt: StepRow['attempts'][number] | null };

export type RunSubject = Omit<Row, 'steps'> & { steps: SubjectStep[] };

/** What of a step's configuration the order of steps depends on; a precheck always waits for a person. */
export function rulesOf(config: unknown): Pick<Progress, 'switches' | 'onFailure'> {
  const { switches, onFailure } = (config ?? {}) as Partial<Record<'switches' | 'onFailure', unknown>>;
  return {
    switches: switches === true,
    onFailure: onFailure === 'CARRY_ON' || onFailure === 'ABORT' ? onFailure : 'PAUSE',
  };
}

/** The plan's step as it was copied into the run, variables put in. */
export function configOf<K extends PlanStep['kind']>(
  step: { config: unknown },
  _kind: K,
): Extract<PlanStep, { kind: K }> {
  return stepSchema.parse(step.config) as Extract<PlanStep, { kind: K }>;
}

export function runWhere(ref: string): { ref: string } | { id: string } {
  return /^[a-z]{2}-/i.test(ref) ? { ref: ref.toUpperCase() } : { id: ref.toLowerCase() };
}

export function noSuchRun(ref: string): AppError {
  return new AppError('not_found', `There is no run ${ref}. Check the reference.`);
}

/** A run with its steps as they are; lock its row before deciding anything on it. */
export async function readSubject(tx: Tx, id: string): Promise<RunSubject> {
  const row = await tx.run.findUniqueOrThrow({ where: { id }, select: subjectSelect });
  const places = new Map<number, number>();
  const steps = row.steps.map(({ attempts, ...step }) => {
    const place = (places.get(step.phase) ?? 0) + 1;
    places.set(step.phase, place);
    return { ...step, ...rulesOf(step.config), place, attempt: attempts[0] ?? null };
  });
  return { ...row, steps };
}

/** The run with its row locked until the end of the transaction. @throws AppError `not_found` */
export async function lockRun(tx: Tx, ref: string): Promise<RunSubject> {
  const where = runWhere(ref);
  const [row] =
    'ref' in where
      ? await tx.$queryRaw<{ id: string }[]>`select id from run where ref = ${where.ref} for update`
      : await tx.$queryRaw<{ id: string }[]>`select id from run where id = ${where.id}::uuid for update`;
  if (!row) throw noSuchRun(ref);
  return await readSubject(tx, row.id);
}

/** @throws AppError `not_found` when the run has no such step */
export function stepOf(run: RunSubject, id: string): SubjectStep {
  const step = run.steps.find((candidate) => candidate.id === id || candidate.stepId === id);
  if (step) return step;
  throw new AppError('not_found', `${run.ref} has no such step.`);
}

/** What every event of a run says. */
export function factsOf(run: Pick<RunSubject, 'id' | 'ref' | 'mode' | 'serviceId' | 'incidentId'>) {
  const { id, ref, mode, serviceId, incidentId } = run;
  return { runId: id, ref, mode, serviceId, incidentId };
}

/** What every event of a step says besides. */
export function stepFactsOf(run: RunSubject, step: Pick<SubjectStep, 'id' | 'kind' | 'phase' | 'place'>) {
  const { id, kind, phase, place } = step;
  return { ...factsOf(run), runStepId: id, kind, phase, place };
}

/** What every act on a run answers. */
export interface RunActView {
  id: string;
  ref: string;
  version: number;
  state: Row['state'];
}

/** Writes columns of the locked run and counts its version up. */
export async function writeRun(
  tx: Tx,
  run: Pick<RunSubject, 'id' | 'version'>,
  data: Prisma.RunUncheckedUpdateInput = {},
): Promise<RunActView> {
  return await tx.run.update({
    where: { id: run.id, version: run.version },
    data: { ...data, version: run.version + 1 },
    select: { id: true, ref: true, version: true, state: true },
  });
}

/** Writes columns of one step of the locked run. */
export async function writeStep(
  tx: Tx,
  step: Pick<SubjectStep, 'id' | 'version'>,
  data: Prisma.RunStepUncheckedUpdateInput,
): Promise<void> {
  await tx.runStep.update({
    where: { id: step.id, version: step.version },
    data: { ...data, version: step.version + 1 },
  });
}
