import { durationRange, exactDuration } from '@/lib/platform/rules/duration';
import type { Estimate, RecoveryPlanRow } from '@/lib/runs/queries/plan-views';
import { kindName } from './run-words';

/** "6 to 9 min"; of one or two runs what they took; null when nothing is known. */
export function claimRange(claim: Estimate): string | null {
  if (claim.basis === 'NEVER') return null;
  if (claim.fromSeconds !== null && claim.toSeconds !== null) {
    return durationRange(claim.fromSeconds, claim.toSeconds);
  }
  return durationRange(claim.samples[0] ?? 0, claim.samples.at(-1) ?? 0);
}

/** The careful end of what is known, for the objective; null when nothing is. */
const latestSeconds = (claim: Estimate): number | null => claim.toSeconds ?? claim.samples.at(-1) ?? null;

/** Which of the options is inside the objective, from measured times only. One sentence each. */
export function optionSentence(plan: RecoveryPlanRow): string {
  const { estimate, service, kind } = plan;
  const range = claimRange(estimate);
  if (range === null) return `${kindName[kind]}: never drilled, so its time is not known.`;
  const said = estimate.fromSeconds === null ? `took ${range}` : range;
  if (service.rtoMinutes === null) return `${kindName[kind]}: ${said}; no RTO is agreed.`;
  const careful = latestSeconds(estimate) ?? 0;
  const where = careful <= service.rtoMinutes * 60 ? 'inside' : 'over';
  return `${kindName[kind]}: ${said}, ${where} the ${exactDuration(service.rtoMinutes * 60)} agreed.`;
}

/** The option with the earliest careful end comes first; those without a time last. */
export function byMeasuredTime(plans: readonly RecoveryPlanRow[]): RecoveryPlanRow[] {
  const end = ({ estimate }: RecoveryPlanRow) => latestSeconds(estimate) ?? Number.POSITIVE_INFINITY;
  return [...plans].sort((a, b) => end(a) - end(b));
}

/** What a live run of it does to the users. */
export function effectOnUsers(plan: RecoveryPlanRow): string {
  const { kind, service, switches } = plan;
  if (switches === 0) return `Users of ${service.name} notice nothing of the steps themselves.`;
  switch (kind) {
    case 'FAILOVER':
      return `Users of ${service.name} are sent to the secondary. What was not copied to it yet is lost to them.`;
    case 'REBUILD':
      return `Users of ${service.name} are sent to the rebuilt machines. What changed after the snapshot is lost to them.`;
    case 'FAILBACK':
      return `Users of ${service.name} are sent back to the first primary. Requests on the way may fail for a moment.`;
    case 'SWITCHOVER':
      return `Users of ${service.name} are sent to the other machine. Requests on the way may fail for a moment.`;
  }
}
