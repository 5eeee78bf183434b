import { roundedDuration } from '@/lib/platform/rules/duration';
import type { RunStepView } from '@/lib/runs/queries/views';

const second = 1_000;

/** How many seconds the steps so far took more (or less) than their medians; null when none of them has one. */
function behindSeconds(steps: readonly RunStepView[], now: number): number | null {
  let [behind, known] = [0, 0];
  for (const { state, expectedSeconds, actualSeconds, startedAt } of steps) {
    if (expectedSeconds === null) continue;
    if (state === 'DONE' && actualSeconds !== null) {
      behind += actualSeconds - expectedSeconds;
      known += 1;
    } else if (startedAt && state !== 'SKIPPED' && state !== 'PENDING') {
      behind += Math.max(0, (now - Date.parse(startedAt)) / second - expectedSeconds);
      known += 1;
    }
  }
  return known === 0 ? null : behind;
}

/** "1 min ahead of the median", "as the median". */
export function paceWords(steps: readonly RunStepView[], now: number): string {
  const behind = behindSeconds(steps, now);
  if (behind === null) return 'no step timed before';
  if (Math.abs(behind) < 1) return 'as the median';
  const away = Math.abs(behind);
  return `${roundedDuration(away)} ${behind > 0 ? 'behind' : 'ahead of'} the median`;
}
