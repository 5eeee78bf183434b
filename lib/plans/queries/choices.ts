import type { Db, Tx } from '@/lib/database/db';
import type { RunMode } from '@/lib/plans/schema';
import { writesShown } from '@/lib/suites/queries/writes-shown';
import type { PlanChoices, StepHistory } from './views';

/** What a plan of a service may refer to: its own endpoints and those of no service, its suites, its datasets. */
export async function planChoices(db: Db | Tx, serviceId: string): Promise<PlanChoices> {
  const inUse = { archivedAt: null };
  const endpoints = await db.automationEndpoint.findMany({
    where: { ...inUse, OR: [{ serviceId }, { serviceId: null }] },
    select: { id: true, name: true, mode: true },
    orderBy: [{ name: 'asc' }, { mode: 'asc' }],
  });
  const suites = await db.suite.findMany({
    where: { ...inUse, serviceId },
    select: {
      id: true,
      name: true,
      _count: { select: { cases: { where: inUse } } },
      baselines: { select: { number: true }, orderBy: { number: 'desc' }, take: 1 },
    },
    orderBy: { name: 'asc' },
  });
  const datasets = await db.dataset.findMany({
    where: { ...inUse, serviceId },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
  return {
    endpoints: endpoints.map((endpoint) => ({ ...endpoint, mode: endpoint.mode as RunMode })),
    suites: await Promise.all(
      suites.map(async ({ id, name, _count, baselines }) => ({
        id,
        name,
        cases: _count.cases,
        writes: await writesShown(db, id),
        baseline: baselines[0]?.number ?? null,
      })),
    ),
    datasets,
  };
}

/** Names of what a plan refers to by id. */
export function namesOfChoices(choices: PlanChoices): Record<string, string> {
  const all = [...choices.endpoints, ...choices.suites, ...choices.datasets];
  return Object.fromEntries(all.map(({ id, name }) => [id, name]));
}

/** Times of each step in the verified runs of a plan. Seeded demo history and drills on paper never count. */
export async function stepHistory(db: Db | Tx, planId: string): Promise<StepHistory> {
  const rows = await db.$queryRaw<{ id: string; seconds: number[] }[]>`
    select s.step_id::text as id,
      (array_agg(greatest(0, round(extract(epoch from s.finished_at - s.started_at)))::int
        order by r.finished_at desc))[1:20] as seconds
    from run_step s join run r on r.id = s.run_id
    where r.plan_id = ${planId}::uuid and r.state = 'VERIFIED' and r.rta_seconds is not null and not r.demo_history
      and r.drill_kind is distinct from 'TABLETOP'
      and s.state = 'DONE' and s.started_at is not null and s.finished_at is not null
    group by s.step_id`;
  return Object.fromEntries(rows.map(({ id, seconds }) => [id, { seconds, medianSeconds: median(seconds) }]));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? Math.round(((sorted[middle - 1] ?? upper) + upper) / 2) : upper;
}
