import { type RunState, runStateLabel } from '@/lib/runs/schema';

/** How a run ended. One that is VERIFIED without a time has exceptions: steps that were skipped, left failed, or not shown. */
export interface RunEnd {
  state: RunState;
  rtaSeconds: number | null;
}

/** The condition on rows of runs that show that their plan works, and how long it takes. Seeded history never does. */
export const provenRuns = { state: 'VERIFIED', rtaSeconds: { not: null }, demoHistory: false } as const;

/** Whether a run that ended shows that its plan works. */
export function isProof({ state, rtaSeconds }: RunEnd): boolean {
  return state === 'VERIFIED' && rtaSeconds !== null;
}

/** "Verified with exceptions" */
export function runEndLabel(run: RunEnd): string {
  return run.state === 'VERIFIED' && !isProof(run) ? 'Verified with exceptions' : runStateLabel[run.state];
}
