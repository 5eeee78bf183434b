import type { Tx } from '@/lib/database/db';
import { type PlanStep, stepRulesSchema, stepSchema } from '@/lib/plans/rules/content';
import { AppError } from '@/lib/platform/errors';
import { nameRows } from '@/lib/platform/events/names';
import { isolated } from '@/lib/platform/rules/isolate';
import { subject } from '@/lib/platform/subject';
import type { Progress } from '@/lib/runs/rules/progress';
import type { Prisma } from '@/prisma/generated/client';
import { isOwnRun } from './ownership';

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

const stepSelect = {
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
  drillKind: true,
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
  return stepRulesSchema.parse(config ?? {});
}

/** The plan's step as it was copied into the run, variables put in. */
export function planStepOf(step: { config: unknown }): PlanStep {
  return stepSchema.parse(step.config);
}

/** The same of a kind that is known. */
export function configOf<K extends PlanStep['kind']>(
  step: { config: unknown },
  _kind: K,
): Extract<PlanStep, { kind: K }> {
  return planStepOf(step) as Extract<PlanStep, { kind: K }>;
}

function withPlaces(row: Row): RunSubject {
  const places = new Map<number, number>();
  const steps = row.steps.map(({ attempts, ...step }) => {
    const place = (places.get(step.phase) ?? 0) + 1;
    places.set(step.phase, place);
    return { ...step, ...rulesOf(step.config), place, attempt: attempts[0] ?? null };
  });
  return { ...row, steps };
}

export const runs = subject({
  noun: 'run',
  table: 'run',
  select: subjectSelect,
  answers: { id: true, ref: true, version: true, state: true },
  named: 'ref',
  ref: /^[a-z]{2}-/i,
  words: { one: 'run', missing: (key) => `There is no run ${isolated(key)}. Check the reference.` },
  as: withPlaces,
  own: isOwnRun,
});

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
