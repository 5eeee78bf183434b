import type { StepKind } from '@/lib/plans/rules/content';
import type { StepState } from '@/lib/runs/schema';
import { evidenceOf } from './evidence';

/** What the order of steps asks of one. */
export interface Progress {
  position: number;
  phase: number;
  kind: StepKind;
  state: StepState;
  switches: boolean;
  onFailure: 'PAUSE' | 'CARRY_ON' | 'ABORT';
}

/** Behind us: done, skipped, or failed where the plan says to go on. */
export function isPassed(step: Pick<Progress, 'state' | 'onFailure'>): boolean {
  if (step.state === 'DONE' || step.state === 'SKIPPED') return true;
  return step.state === 'FAILED' && step.onFailure === 'CARRY_ON';
}

/** The steps of the plan, without the precheck (phase 0), in their order. */
export function planSteps<S extends Pick<Progress, 'phase' | 'position'>>(steps: readonly S[]): S[] {
  return steps.filter((step) => step.phase > 0).sort((a, b) => a.position - b.position);
}

/** The step the run is in or comes to next; undefined when nothing is left. A carried-on step that is tried again is it, too. */
export function currentStep<S extends Progress>(steps: readonly S[]): S | undefined {
  return planSteps(steps).find((step) => !isPassed(step));
}

/**
 * The verification that makes the run a verified one: the last after the last switch, if it is green. Null when
 * nothing was verified after users were led to another machine.
 */
export function greenVerification<S extends Progress>(steps: readonly S[]): S | null {
  const ordered = planSteps(steps);
  const lastSwitch = ordered.findLastIndex((step) => step.switches && step.state !== 'SKIPPED');
  const last = ordered.slice(lastSwitch + 1).findLast((step) => step.kind === 'VERIFICATION');
  return last?.state === 'DONE' ? last : null;
}

/**
 * Steps of the plan that were skipped or left failed, but for announcements and waits, or are done by somebody's word
 * although their own probe did not show it. What they would have done or shown is not proven by what came after, so a
 * run with one gives no time and is no drill of its plan.
 */
export function exceptionsOf<S extends Progress & { evidence?: unknown }>(steps: readonly S[]): S[] {
  return planSteps(steps).filter(({ kind, state, evidence }) => {
    if (state === 'DONE') return evidenceOf({ evidence }).shown === false;
    return kind !== 'ANNOUNCEMENT' && kind !== 'WAIT' && (state === 'SKIPPED' || state === 'FAILED');
  });
}

/** Where a phase is: that of its step in work, else where its steps are all behind or all ahead. */
export function phaseState(steps: readonly Pick<Progress, 'state' | 'onFailure'>[]): StepState {
  for (const state of ['UNKNOWN', 'RUNNING'] as const) {
    if (steps.some((step) => step.state === state)) return state;
  }
  if (steps.some((step) => step.state === 'FAILED' && !isPassed(step))) return 'FAILED';
  if (steps.length > 0 && steps.every((step) => step.state === 'SKIPPED')) return 'SKIPPED';
  if (steps.every(isPassed)) return 'DONE';
  return steps.some(isPassed) ? 'RUNNING' : 'PENDING';
}
