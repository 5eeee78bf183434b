import type { Actor } from '@/lib/platform/context';
import { allowed } from '@/lib/platform/policy';
import { runPolicy } from '@/lib/runs/policy';
import type { RunStepView } from '@/lib/runs/queries/views';
import { type RunAct, type RunState, runActStates, runActs, type WaitingFor } from '@/lib/runs/schema';
import { currentStep, type Progress } from './progress';

export type StepAct = RunStepView['acts'][number];

interface ActingStep extends Progress {
  id: string;
}

const stepRows: Record<StepAct, keyof typeof runPolicy> = {
  confirm: 'run.confirmStep',
  approve: 'run.approveStep',
  refuse: 'run.approveStep',
  retry: 'run.retryStep',
  skip: 'run.skipStep',
  decide: 'run.decideStep',
};

const over: readonly RunState[] = ['VERIFIED', 'FAILED', 'ABORTED'];

type ActingRun = { state: RunState; waitingFor: WaitingFor | null };

/** Acts that the state of a step allows, whoever asks. */
export function openStepActs(run: ActingRun, step: ActingStep, steps: readonly ActingStep[]): StepAct[] {
  if (over.includes(run.state) || run.state === 'PRECHECK') return [];
  const current = currentStep(steps);
  const busy = steps.some((other) => other.id !== step.id && ['RUNNING', 'UNKNOWN'].includes(other.state));
  switch (step.state) {
    case 'UNKNOWN':
      // What Standby asks itself can simply be asked again.
      return step.kind === 'AUTOMATED' ? ['decide', 'skip'] : busy ? ['skip'] : ['retry', 'skip'];
    case 'FAILED':
      // One that was carried on from can be made good later, as long as nothing else is in work.
      return busy ? [] : current?.id === step.id ? ['retry', 'skip'] : ['retry'];
    case 'RUNNING':
      if (step.kind === 'APPROVAL') return ['approve', 'refuse'];
      if (step.kind === 'MANUAL' || step.kind === 'ANNOUNCEMENT') return ['confirm', 'skip'];
      // An automated step waits for a person before it was sent: for the snapshot it is to load.
      if (step.kind === 'AUTOMATED') return run.waitingFor === 'PERSON' ? ['skip'] : [];
      return step.kind === 'WAIT' ? ['skip'] : [];
    case 'PENDING':
      return run.state === 'PAUSED' && current?.id === step.id && !busy ? ['skip'] : [];
    default:
      return [];
  }
}

/** The same, as far as this actor may. An approval is skipped by nobody who may not approve. */
export function stepActs(
  actor: Actor,
  run: ActingRun,
  step: ActingStep,
  steps: readonly ActingStep[],
): StepAct[] {
  const may = (row: keyof typeof runPolicy) => allowed(runPolicy[row], actor, false);
  return openStepActs(run, step, steps).filter(
    (act) => may(stepRows[act]) && (act !== 'skip' || step.kind !== 'APPROVAL' || may('run.approveStep')),
  );
}

/** Acts that the state of a run allows this actor. */
export function openRunActs(
  actor: Actor,
  run: { state: RunState; operatorId: string | null; reloads: boolean },
): RunAct[] {
  const leads = actor.kind !== 'member' || actor.memberId === run.operatorId;
  return runActs
    .filter((act) => runActStates[act].some((state) => state === run.state))
    .filter((act) => (act !== 'takeOver' || !leads) && (act !== 'chooseSnapshot' || run.reloads))
    .filter((act) => allowed(runPolicy[`run.${act}`], actor, false));
}
