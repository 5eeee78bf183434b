import { Outcome, type OutcomeKind } from '@/components/ui/outcome';
import type { RunRow } from '@/lib/runs/queries/views';
import { secondsInWords } from '@/lib/runs/rules/duration';
import { type RunState, runStateLabel } from '@/lib/runs/schema';

const kinds: Record<RunState, OutcomeKind> = {
  PRECHECK: 'requested',
  RUNNING: 'running',
  PAUSED: 'unclear',
  WAITING: 'requested',
  VERIFIED: 'ok',
  FAILED: 'bad',
  ABORTED: 'skipped',
};

/** Where a run is, or how it ended. */
export function RunResult({ row }: { row: Pick<RunRow, 'state' | 'rtaSeconds'> }) {
  const { state, rtaSeconds } = row;
  const time = state === 'VERIFIED' && rtaSeconds !== null ? ` after ${secondsInWords(rtaSeconds)}` : '';
  return (
    <Outcome kind={kinds[state]}>
      {runStateLabel[state]}
      {time}
    </Outcome>
  );
}
