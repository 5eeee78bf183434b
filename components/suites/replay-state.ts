import type { OutcomeKind } from '@/components/ui/outcome';
import type { SuiteRunState } from '@/lib/suites/schema';

/** How a replay stands, for a mark with its word. */
export const replayStateBadge: Record<SuiteRunState, { kind: OutcomeKind; word: string }> = {
  RUNNING: { kind: 'running', word: 'Running' },
  PASSED: { kind: 'ok', word: 'Passed' },
  FAILED: { kind: 'bad', word: 'Differs' },
  ABORTED: { kind: 'skipped', word: 'Stopped' },
};
