import type { PlanRow } from '@/lib/plans/queries/views';
import { exactDuration } from '@/lib/platform/rules/duration';
import type { Estimate, RecoveryPlanRow } from '@/lib/runs/queries/plan-views';

/** A plan with what is known about its time. */
export interface TimedPlan {
  plan: PlanRow;
  estimate: Estimate | null;
}

/** Plans with the estimates of those of them that can run. */
export function timedPlans(plans: PlanRow[], known: RecoveryPlanRow[]): TimedPlan[] {
  const estimates = new Map(known.map((row) => [row.id, row.estimate]));
  return plans.map((plan) => ({ plan, estimate: estimates.get(plan.id) ?? null }));
}

const width = 240;

/** The end of the axis that all plans of a service share: round minutes, beyond the objective and every dot. */
export function axisMinutes(plans: readonly TimedPlan[]): number {
  const seconds = plans.flatMap(({ plan, estimate }) => [
    ...(estimate?.samples ?? []),
    (plan.service.rtoMinutes ?? 0) * 60,
  ]);
  const most = Math.max(1, ...seconds) / 60;
  const step = most > 60 ? 30 : most > 10 ? 10 : most > 2 ? 5 : 1;
  return Math.ceil((most * 1.05) / step) * step;
}

/** Dots are verified runs, the line is the objective, the shade the range that users are told. */
export function TestedPicture({ plan, estimate, minutes }: TimedPlan & { minutes: number }) {
  if (!estimate || estimate.samples.length === 0) return null;
  const x = (seconds: number) => 6 + (Math.min(seconds, minutes * 60) / (minutes * 60)) * (width - 12);
  const { fromSeconds: from, toSeconds: to } = estimate;
  const objective = plan.service.rtoMinutes;
  return (
    <svg
      className="plans-picture"
      viewBox={`0 0 ${width} 36`}
      role="img"
      aria-label={`${estimate.words}${objective ? `; the objective is ${exactDuration(objective * 60)}` : ''}`}
    >
      {from !== null && to !== null ? (
        <rect className="range" x={x(from)} y="4" width={Math.max(2, x(to) - x(from))} height="14" />
      ) : null}
      <path className="axis" d={`M6 18H${width - 6}`} />
      {objective ? <path className="objective" d={`M${x(objective * 60)} 2V22`} /> : null}
      {estimate.samples.map((seconds, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two runs may have taken equally long, and dots never move.
        <circle key={index} cx={x(seconds)} cy="11" r="3.5" />
      ))}
      <text x="6" y="33">
        0 min
      </text>
      <text x={width - 6} y="33" textAnchor="end">
        {minutes}
      </text>
    </svg>
  );
}

/** “Failover, version 6. Running now as FO-32”. */
export function planLine(plan: PlanRow, kind: string): string {
  const version = plan.published ? `${kind}, version ${plan.published}` : `${kind}, not published yet`;
  const draft = plan.published && plan.hasDraft ? '. A draft is in work' : '';
  const running = plan.running[0] ? `. Running now as ${plan.running[0]}` : '';
  return `${version}${draft}${running}`;
}

/** What may be thought of the time. */
export function drillSummary(estimate: Estimate | null): string {
  if (!estimate?.lastAt) return 'no time is told';
  return estimate.stale ? 'too long ago: drill it again' : 'verified';
}
