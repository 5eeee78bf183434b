import { Outcome, type OutcomeKind } from '@/components/ui/outcome';
import type { RunStepView } from '@/lib/runs/queries/views';
import type { StepState as State } from '@/lib/runs/schema';

const kinds: Record<State, OutcomeKind> = {
  PENDING: 'todo',
  RUNNING: 'running',
  DONE: 'ok',
  FAILED: 'bad',
  SKIPPED: 'skipped',
  UNKNOWN: 'unclear',
};
const words: Record<State, string> = {
  PENDING: 'To do',
  RUNNING: 'Running',
  DONE: 'OK',
  FAILED: 'Failed',
  SKIPPED: 'Skipped',
  UNKNOWN: 'Unknown',
};

/** How a step stands; one that waits for a person says so instead of turning round. */
export function StepState({ step: { state, acts, kind } }: { step: RunStepView }) {
  if (state === 'RUNNING' && kind === 'APPROVAL') return <Outcome kind="requested">To approve</Outcome>;
  if (state === 'RUNNING' && acts.includes('confirm')) {
    return <Outcome kind="requested">{kind === 'ANNOUNCEMENT' ? 'To publish' : 'To confirm'}</Outcome>;
  }
  return <Outcome kind={kinds[state]}>{words[state]}</Outcome>;
}
