import type { SuiteCounts } from '@/lib/suites/queries/views';
import type { CaseOutcome, SuiteRunState } from './schema';

/** Whether an outcome keeps a suite from passing. An explained difference does not. */
export function isRed(outcome: CaseOutcome): boolean {
  return outcome === 'DIFFER' || outcome === 'SLOW' || outcome === 'ERROR';
}

/** What a replay has come to once every case had its turn: green only when nothing is left unexplained. */
export function finishedState(counts: SuiteCounts): Extract<SuiteRunState, 'PASSED' | 'FAILED'> {
  const { total, matched, differed, explained } = counts;
  return total > 0 && differed === 0 && matched + explained === total ? 'PASSED' : 'FAILED';
}

/** The state after one more difference of a finished replay was explained. Null when it may not be explained. */
export function afterExplaining(
  state: SuiteRunState,
  outcome: CaseOutcome,
  counts: SuiteCounts,
): { state: SuiteRunState; counts: SuiteCounts } | null {
  if (!isRed(outcome)) return null;
  const next = { ...counts, differed: counts.differed - 1, explained: counts.explained + 1 };
  // A replay that still runs, or was stopped, is judged by its end and not by an explanation.
  return { state: state === 'FAILED' ? finishedState(next) : state, counts: next };
}
