import type { Actor } from '@/lib/platform/context';
import { allowed } from '@/lib/platform/policy';
import { runPolicy } from '@/lib/runs/policy';
import type { RunStepView, RunView } from '@/lib/runs/queries/views';
import type { RunState, WaitingFor } from '@/lib/runs/schema';
import { currentStep, type Progress } from './progress';

export type StepAct = RunStepView['acts'][number];
export type RunAct = RunView['acts'][number];

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
const runRows: Record<RunAct, keyof typeof runPolicy> = {
  begin: 'run.begin',
  pause: 'run.pause',
  resume: 'run.resume',
  abort: 'run.abort',
  takeOver: 'run.takeOver',
  chooseSnapshot: 'run.chooseSnapshot',
  setConsent: 'run.setConsent',
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
      return ['decide', 'skip'];
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
export function runActs(
  actor: Actor,
  run: { state: RunState; operatorId: string | null; reloads: boolean },
): RunAct[] {
  const { state } = run;
  if (over.includes(state)) return [];
  const acts: RunAct[] = ['abort', 'setConsent'];
  if (state === 'PRECHECK') acts.unshift('begin');
  if (state === 'RUNNING' || state === 'WAITING') acts.unshift('pause');
  if (state === 'PAUSED') acts.unshift('resume');
  if (actor.kind === 'member' && actor.memberId !== run.operatorId) acts.push('takeOver');
  if (run.reloads) acts.push('chooseSnapshot');
  return acts.filter((act) => allowed(runPolicy[runRows[act]], actor, false));
}
