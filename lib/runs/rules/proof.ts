import { roundedDuration } from '@/lib/platform/rules/duration';
import { type DrillKind, type RunState, runStateLabel } from '@/lib/runs/schema';

/**
 * How a run ended. One that is VERIFIED without a time has exceptions: steps that were skipped, left failed, or not shown.
 * A tabletop drill has none either: it talks the plan through and times nothing.
 */
export interface RunEnd {
  state: RunState;
  rtaSeconds: number | null;
  drillKind?: DrillKind | null;
}

/** The condition on rows of runs that show that their plan works, and how long it takes. Seeded history never does. */
export const provenRuns = { state: 'VERIFIED', rtaSeconds: { not: null }, demoHistory: false } as const;

/** Whether a run that ended shows that its plan works. */
export function isProof({ state, rtaSeconds }: RunEnd): boolean {
  return state === 'VERIFIED' && rtaSeconds !== null;
}

/** What is said of the time that it took: “13 min” */
export function rtaWords({ rtaSeconds, drillKind }: RunEnd): string {
  if (drillKind === 'TABLETOP') return 'none, talked through';
  return rtaSeconds === null ? 'not proven' : roundedDuration(rtaSeconds);
}

/** "Verified with exceptions" */
export function runEndLabel(run: RunEnd): string {
  if (run.state === 'VERIFIED' && run.drillKind === 'TABLETOP') return 'Talked through';
  return run.state === 'VERIFIED' && !isProof(run) ? 'Verified with exceptions' : runStateLabel[run.state];
}
