import type { StepKind } from '@/lib/plans/rules/content';
import type { RunMode } from '@/lib/plans/schema';
import { roundedDuration } from '@/lib/platform/rules/duration';
import { isolated } from '@/lib/platform/rules/isolate';
import type { DrillKind, RunState, StepState, WaitingFor } from '@/lib/runs/schema';

interface SentenceRun {
  state: RunState;
  mode: RunMode;
  drillKind: DrillKind | null;
  waitingFor: WaitingFor | null;
  rtaSeconds: number | null;
  safeStateNote: string | null;
  announces: boolean;
  precheck: { state: 'PENDING' | 'OK' | 'FAULT' | 'UNCLEAR' }[];
  steps?: { shown: boolean | null }[];
}
interface SentenceStep {
  label: string;
  name: string;
  kind: StepKind;
  state: StepState;
  sentence: string | null;
}

function prechecked(precheck: SentenceRun['precheck']): string {
  const pending = precheck.filter((line) => line.state === 'PENDING').length;
  const red = precheck.filter((line) => line.state === 'FAULT' || line.state === 'UNCLEAR').length;
  if (pending > 0)
    return `Looking whether it can begin: ${precheck.length - pending} of ${precheck.length} done.`;
  if (red > 0)
    return `${red} of ${precheck.length} prechecks are not green. To begin all the same needs a reason.`;
  return precheck.length > 0 ? 'Everything needed is there. It can begin.' : 'It can begin.';
}

function waiting(run: SentenceRun, step: SentenceStep | undefined): string {
  if (!step) return 'Waiting for a person.';
  const named = `step ${step.label}, ${isolated(step.name)}`;
  if (run.waitingFor === 'CALL_BACK') return `Waiting for the automation to call back from ${named}.`;
  if (run.waitingFor === 'APPROVAL') return `Waiting for a manager to approve ${named}.`;
  if (step.state === 'UNKNOWN') {
    return `Nobody knows whether ${named}, took place. Look, then say what became of it: it is not sent again by itself.`;
  }
  if (step.state === 'FAILED') {
    const why = step.sentence ? ` ${step.sentence}` : '';
    return `Step ${step.label}, ${isolated(step.name)}, failed.${why} Try it again, skip it with a reason, or abort.`;
  }
  if (step.kind === 'ANNOUNCEMENT') return `Waiting for consent to tell people: ${named}.`;
  if (step.kind === 'AUTOMATED') return `${step.sentence ?? 'Waiting for a person'}: ${named}.`;
  return `Waiting for somebody to confirm ${named}.`;
}

/** What is true of a run now, in one sentence. */
export function runSentence(run: SentenceRun, step: SentenceStep | undefined): string {
  switch (run.state) {
    case 'PRECHECK':
      return prechecked(run.precheck);
    case 'RUNNING':
      return step ? `Step ${step.label}: ${isolated(step.name)}.` : 'All steps are behind it.';
    case 'PAUSED':
      return step?.state === 'RUNNING'
        ? `Paused after step ${step.label}, ${isolated(step.name)}, which is still in work.`
        : `Paused${step ? ` before step ${step.label}, ${isolated(step.name)}` : ''}.`;
    case 'WAITING':
      return waiting(run, step);
    case 'VERIFIED':
      if (run.drillKind === 'TABLETOP') return 'Talked through to the end. A tabletop drill gives no time.';
      return run.rtaSeconds === null
        ? `Verified with exceptions: what was ${run.steps?.some(({ shown }) => shown === false) ? 'skipped, left failed or not shown by its probe' : 'skipped or left failed'} is not proven, so no time counts.`
        : `Done, and checked against the known-good results after ${roundedDuration(run.rtaSeconds)}.`;
    case 'FAILED':
      return 'Ended without a green verification.';
    case 'ABORTED':
      return `Aborted. ${run.safeStateNote ?? ''}`.trim();
  }
}
