import { counted, plural } from '@/lib/language/words';
import { durationRange, roundedDuration } from '@/lib/platform/rules/duration';
import type { Estimate, RecoveryPlanRow } from '@/lib/runs/queries/plan-views';
import { runsInWords } from '@/lib/runs/rules/estimate-words';
import { isProof } from '@/lib/runs/rules/proof';

export type DrillVerdict = 'NEVER' | 'STALE' | 'OVER' | 'UNVERIFIED' | 'HOLDS';

const rank: Record<DrillVerdict, number> = { NEVER: 0, STALE: 1, OVER: 2, UNVERIFIED: 3, HOLDS: 4 };

/** What the claim of a plan is worth today. */
export function drillVerdict({ estimate, lastDrill, service }: RecoveryPlanRow): DrillVerdict {
  if (estimate.basis === 'NEVER') return lastDrill ? 'UNVERIFIED' : 'NEVER';
  if (estimate.stale) return 'STALE';
  if (lastDrill && !isProof(lastDrill)) return 'UNVERIFIED';
  return overSeconds(lastDrill, service) > 0 ? 'OVER' : 'HOLDS';
}

/** By how much the last drill missed the RTO, or else the RPO; 0 when it met both. */
function overSeconds(
  drill: RecoveryPlanRow['lastDrill'],
  { rtoMinutes, rpoMinutes }: Pick<RecoveryPlanRow['service'], 'rtoMinutes' | 'rpoMinutes'>,
): number {
  const over = (actual: number | null | undefined, minutes: number | null) =>
    actual == null || minutes === null ? 0 : Math.max(0, actual - minutes * 60);
  return over(drill?.rtaSeconds, rtoMinutes) || over(drill?.rpaSeconds, rpoMinutes);
}

/** Worst first. */
export function byVerdict(plans: readonly RecoveryPlanRow[]): RecoveryPlanRow[] {
  return [...plans].sort((a, b) => rank[drillVerdict(a)] - rank[drillVerdict(b)]);
}

/** The h1: what is true of all of them. */
export function drillsSentence(plans: readonly RecoveryPlanRow[]): string {
  if (plans.length === 0) return 'There is no recovery plan to drill yet.';
  const count = (verdict: DrillVerdict) => plans.filter((plan) => drillVerdict(plan) === verdict).length;
  const [never, stale] = [count('NEVER') + count('UNVERIFIED'), count('STALE')];
  const parts = [
    never > 0 ? `${never} of ${plans.length} plans ${plural(never, 'has', 'have')} no tested time` : '',
    stale > 0 ? `${counted(stale, 'drill is', 'drills are')} too long ago` : '',
  ].filter(Boolean);
  if (parts.length === 0) return plans.length === 1 ? 'The plan is drilled.' : 'Every plan is drilled.';
  return `${parts.join(', and ')}.`;
}

/** "6 to 9 min", "6 min"; "–" when nothing is known. */
export function testedWords({ estimate }: RecoveryPlanRow): string {
  const { fromSeconds, toSeconds, samples, basis } = estimate;
  if (basis === 'NEVER') return '–';
  return fromSeconds === null || toSeconds === null
    ? durationRange(samples[0] ?? 0, samples.at(-1) ?? 0)
    : durationRange(fromSeconds, toSeconds);
}

/** "p50 to p90, from 7 drills". */
export function basedOn(claim: Estimate): string {
  const behind = runsInWords(claim);
  if (claim.basis === 'PERCENTILES') return `p50 to p90, from ${behind}`;
  return claim.basis === 'RANGE' ? `likely to careful, from ${behind}` : `in ${behind}`;
}

/** "Inside both", "36 min over". */
export function resultWords(
  drill: RecoveryPlanRow['lastDrill'],
  service: RecoveryPlanRow['service'],
): string {
  const over = overSeconds(drill, service);
  if (over > 0) return `${roundedDuration(over)} over`;
  const { rtoMinutes, rpoMinutes } = service;
  if (rtoMinutes === null && rpoMinutes === null) return 'Verified';
  return rtoMinutes !== null && rpoMinutes !== null ? 'Inside both' : 'Inside';
}
