import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { newestAct } from '@/lib/platform/events/last-act';
import { isolated } from '@/lib/platform/rules/isolate';
import { openStepActs, type StepAct } from '@/lib/runs/rules/acts';
import { type RunAct, runActStates, runStateWords, stepStateWords } from '@/lib/runs/schema';
import type { RunSubject, SubjectStep } from '@/lib/runs/subject';

/** Who did what last to a run, or to one step of it: also what raised no version, as its start. */
const lastOf = (tx: Tx, run: RunSubject, step?: Pick<SubjectStep, 'id'>) =>
  newestAct(tx, {
    subjects: { some: { kind: 'run', subjectId: run.id } },
    ...(step ? { data: { path: ['runStepId'], equals: step.id } } : {}),
  });

const words: Record<StepAct, string> = {
  confirm: 'be confirmed',
  approve: 'be approved',
  refuse: 'be refused',
  retry: 'be tried again',
  skip: 'be skipped',
  decide: 'be decided on',
};

/** @throws AppError `conflict` that says what the step is and who made it so, when the act is not open now */
export async function assertStepAct(tx: Tx, run: RunSubject, step: SubjectStep, act: StepAct): Promise<void> {
  if (openStepActs(run, step, run.steps).includes(act)) return;
  const last = await lastOf(tx, run, step);
  const state = stepStateWords[step.state];
  const lastActWords = last ? ` Last: ${last.act}, by ${last.by}.` : '';
  throw new AppError(
    'conflict',
    `Step ${step.phase}.${step.place}, ${isolated(step.name)}, cannot ${words[act]} now: it is ${state}, and the run is ${runStateWords[run.state]}.${lastActWords}`,
    { details: { ...last } },
  );
}

/**
 * @param what the act in a refusal, e.g. `be paused`
 * @throws AppError `conflict` that says who brought the run to where it is
 */
export async function assertRunAct(tx: Tx, run: RunSubject, act: RunAct, what: string): Promise<void> {
  if (runActStates[act].some((state) => state === run.state)) return;
  const last = await lastOf(tx, run);
  const lastActWords = last ? ` ${last.act}, by ${last.by}.` : '';
  throw new AppError(
    'conflict',
    `${run.ref} is ${runStateWords[run.state]}, so it cannot ${what}.${lastActWords}`,
    {
      details: { ...last },
    },
  );
}
