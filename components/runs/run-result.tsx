import { Outcome, type OutcomeKind } from '@/components/ui/outcome';
import { roundedDuration } from '@/lib/platform/rules/duration';
import type { RunRow } from '@/lib/runs/queries/views';
import { isProof, runEndLabel } from '@/lib/runs/rules/proof';
import type { RunState } from '@/lib/runs/schema';

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
export function RunResult({ row }: { row: Pick<RunRow, 'state' | 'rtaSeconds' | 'drillKind'> }) {
  const { state, rtaSeconds } = row;
  const proven = isProof(row);
  const time = proven && rtaSeconds !== null ? ` after ${roundedDuration(rtaSeconds)}` : '';
  return (
    <Outcome kind={state === 'VERIFIED' && !proven ? 'unclear' : kinds[state]}>
      {runEndLabel(row)}
      {time}
    </Outcome>
  );
}
