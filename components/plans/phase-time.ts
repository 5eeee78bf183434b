import type { StepHistory } from '@/lib/plans/queries/views';
import type { DraftPhase } from '@/lib/plans/rules/draft';
import { roundedDuration } from '@/lib/platform/rules/duration';

/** The middle times of a phase's steps together, once each of them has been timed. */
export function phaseTime(phase: DraftPhase, history: StepHistory): string | null {
  const times = phase.steps.map((step) => history[step.id]?.medianSeconds);
  if (times.length === 0 || times.some((time) => time === undefined)) return null;
  return roundedDuration(times.reduce<number>((sum, time) => sum + (time ?? 0), 0));
}
