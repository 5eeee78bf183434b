import type { IconName } from '@/components/ui/icon-paths';
import type { OutcomeKind } from '@/components/ui/outcome';
import type { CheckView } from '@/lib/checks/queries/views';
import type { CheckState } from '@/lib/checks/schema';
import type { Area } from '@/lib/services/schema';

export const outcomeKind: Record<CheckState, OutcomeKind> = {
  PENDING: 'todo',
  RUNNING: 'running',
  OK: 'ok',
  FAULT: 'bad',
  UNCLEAR: 'unclear',
  SKIPPED: 'skipped',
};

export const areaIcon: Record<Area, IconName> = {
  NETWORKING: 'network',
  SERVICES: 'list',
  INFRASTRUCTURE: 'server',
};

/** A round end of the scale, not below the longest. */
export function scaleEnd(longestMs: number): number {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 60_000];
  return steps.find((step) => step >= longestMs) ?? longestMs;
}

/** What a check came to, in a sentence; a note that somebody wrote goes first. */
export function resultWords(check: CheckView): string | null {
  if (check.state === 'SKIPPED') return check.note;
  if (check.state === 'PENDING' && !check.last) return check.instruction || null;
  return check.last?.sentence ?? check.note;
}
