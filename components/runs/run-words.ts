import { clockOf, type Instant, zoneName } from '@/lib/language/time';
import type { PlanKind } from '@/lib/plans/schema';
import { durationRange, roundedDuration } from '@/lib/platform/rules/duration';
import type { Estimate } from '@/lib/runs/queries/plan-views';
import type { RunStepView, RunView } from '@/lib/runs/queries/views';
import { runsInWords } from '@/lib/runs/rules/estimate-words';

/** The kind as a noun in a sentence. */
export const kindName: Record<PlanKind, string> = {
  SWITCHOVER: 'Switchover',
  FAILOVER: 'Failover',
  REBUILD: 'Rebuild',
  FAILBACK: 'Failback',
};

const twoMinutes = 120_000;

/** "14:41"; with seconds when the matter is one of seconds. */
export function exactClock(at: Instant, zone: string, fine: boolean): string {
  if (!fine) return clockOf(at, zone);
  const seconds = String(new Date(at).getSeconds()).padStart(2, '0');
  return `${clockOf(at, zone)}:${seconds}`;
}

/** "14:41 and 15:02 BST" from a range of seconds counted from `now` (ISO). */
function clockRange(claim: Estimate, now: string, zone: string, between: string): string | null {
  if (claim.fromSeconds === null || claim.toSeconds === null) return null;
  const [from, to] = [claim.fromSeconds, claim.toSeconds].map((left) => Date.parse(now) + left * 1_000) as [
    number,
    number,
  ];
  const fine = to - from < twoMinutes || to - Date.parse(now) < twoMinutes;
  const [first, last] = [exactClock(from, zone, fine), exactClock(to, zone, fine)];
  const name = zoneName(to, zone);
  return first === last ? `${first} ${name}` : `${first}${between}${last} ${name}`;
}

/** How a run that goes on is going to end, in the strongest words that its past runs allow. */
function forecastWords({ estimate, mode, now }: RunView, zone: string): string {
  if (!estimate || estimate.basis === 'NEVER') return 'Never drilled, so no time is known';
  const done = mode === 'LIVE' ? 'back' : 'done';
  const range = clockRange(estimate, now, zone, ' and ');
  if (range)
    return range.includes(' and ') ? `Likely ${done} between ${range}` : `Likely ${done} at ${range}`;
  const left = durationRange(estimate.samples[0] ?? 0, estimate.samples.at(-1) ?? 0);
  return `From here it took ${left} in ${runsInWords(estimate)}`;
}

/** The h2 over the picture. */
export function headline(run: RunView, zone: string): string {
  switch (run.state) {
    case 'PRECHECK':
      return run.mode === 'LIVE' ? 'Before it begins' : 'Before the drill begins';
    case 'VERIFIED':
      if (run.drillKind === 'TABLETOP') return 'Talked through, so no time counts';
      return run.rtaSeconds === null
        ? 'Verified with exceptions, so no time counts'
        : `${run.mode === 'LIVE' ? 'Back' : 'Done'} and verified after ${roundedDuration(run.rtaSeconds)}`;
    case 'FAILED':
      return 'Ended without a green verification';
    case 'ABORTED':
      return 'Aborted';
    default:
      return forecastWords(run, zone);
  }
}

/** "7 drills": what the estimate rests on, or why there is none. */
export function basisWords(claim: Estimate | null): string {
  if (!claim || claim.basis === 'NEVER') return 'No verified run of this plan gives a time yet.';
  const stale = claim.stale ? ' The last one is too long ago to promise more.' : '';
  const untimed =
    claim.untimedSteps.length > 0
      ? ` Never timed, and on top: ${claim.untimedSteps.map((name) => `“${name}”`).join(', ')}.`
      : '';
  return `Estimates come from ${runsInWords(claim)} of this plan.${stale}${untimed}`;
}

/** The step the run is in or comes to next. */
export function currentRunStep({ steps, finishedAt }: RunView): RunStepView | undefined {
  if (finishedAt) return undefined;
  const busy = steps.find(({ state }) => state === 'RUNNING' || state === 'UNKNOWN');
  const stuck = steps.find(({ state, acts }) => state === 'FAILED' && acts.includes('skip'));
  return busy ?? stuck ?? steps.find(({ state }) => state === 'PENDING');
}
