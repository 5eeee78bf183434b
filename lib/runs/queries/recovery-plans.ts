import { z } from 'zod';
import { planContentSchema } from '@/lib/plans/rules/content';
import { onlySaid } from '@/lib/plans/rules/only-said';
import type { PlanKind } from '@/lib/plans/schema';
import { permitList } from '@/lib/platform/policy';
import { listQuery } from '@/lib/platform/query';
import { ownRuns } from '@/lib/runs/ownership';
import { runPolicy } from '@/lib/runs/policy';
import { openRunStates } from '@/lib/runs/schema';
import type { Prisma } from '@/prisma/generated/client';
import { planEstimate } from './estimate';
import { type RecoveryPlanRow, recoveryPlanRowSchema } from './plan-views';

const input = z.object({
  /** A service by its slug; without it the plans of all. */
  service: z.string().max(80).optional(),
});

const planSelect = (visible: Prisma.RunWhereInput) =>
  ({
    id: true,
    name: true,
    kind: true,
    published: true,
    service: { select: { id: true, slug: true, name: true, rtoMinutes: true, rpoMinutes: true } },
    versions: { orderBy: { number: 'desc' }, take: 1, select: { content: true } },
    runs: {
      where: { AND: [visible, { demoHistory: false }] },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 20,
      select: {
        ref: true,
        mode: true,
        drillKind: true,
        state: true,
        finishedAt: true,
        rtaSeconds: true,
        rpaSeconds: true,
        steps: {
          where: { kind: 'VERIFICATION' },
          orderBy: { position: 'desc' },
          select: {
            suiteRuns: {
              orderBy: { startedAt: 'desc' },
              take: 1,
              select: { total: true, matched: true, explained: true },
            },
          },
        },
      },
    },
  }) satisfies Prisma.PlanSelect;

type Row = Prisma.PlanGetPayload<{ select: ReturnType<typeof planSelect> }>;

const order: Record<PlanKind, number> = { FAILOVER: 0, REBUILD: 1, FAILBACK: 2, SWITCHOVER: 3 };

/** The last that tried something: a tabletop drill talks the plan through, and proves nothing. */
function lastDrill(runs: Row['runs']): RecoveryPlanRow['lastDrill'] {
  const last = runs
    .filter(({ mode, drillKind, finishedAt }) => mode === 'DRILL' && drillKind !== 'TABLETOP' && finishedAt)
    .sort((a, b) => (b.finishedAt?.getTime() ?? 0) - (a.finishedAt?.getTime() ?? 0))[0];
  if (!last?.finishedAt) return null;
  const { ref, drillKind, state, rtaSeconds, rpaSeconds, steps } = last;
  return {
    ref,
    kind: drillKind,
    state,
    rtaSeconds,
    rpaSeconds,
    finishedAt: last.finishedAt.toISOString(),
    cases: steps.flatMap(({ suiteRuns }) => suiteRuns)[0] ?? null,
  };
}

function stepCounts(row: Row): Pick<RecoveryPlanRow, 'phases' | 'steps' | 'switches' | 'onlySaid'> {
  const phases = row.versions[0] ? planContentSchema.parse(row.versions[0].content).phases : [];
  const steps = phases.flatMap((phase) => phase.steps);
  return {
    phases: phases.map(({ publicName }) => publicName),
    steps: steps.length,
    switches: steps.filter((step) => 'switches' in step && step.switches).length,
    onlySaid: onlySaid({ phases }).map(({ label, step }) => `${label} ${step.name}`),
  };
}

/** Plans with the times that are known of them, by service and kind. @returns `RecoveryPlanRow[]` */
export const recoveryPlans = listQuery({
  name: 'run.plans',
  input,
  answer: z.array(recoveryPlanRowSchema),
  allow: permitList(runPolicy, 'run.list', ownRuns),
  run: async (visible, { db, input: { service }, ctx }): Promise<RecoveryPlanRow[]> => {
    const now = ctx.now ?? new Date();
    const rows = await db.plan.findMany({
      where: { archivedAt: null, service: { archivedAt: null, ...(service ? { slug: service } : {}) } },
      select: planSelect(visible),
      take: 300,
    });
    const plans: RecoveryPlanRow[] = [];
    for (const row of rows) {
      const { id, name, kind, published } = row;
      plans.push({
        id,
        name,
        kind,
        published,
        service: row.service,
        ...stepCounts(row),
        estimate: await planEstimate(db, id, now),
        lastDrill: lastDrill(row.runs),
        running: row.runs
          .filter(({ state }) => openRunStates.some((open) => open === state))
          .map(({ ref, mode }) => ({ ref, mode })),
      });
    }
    return plans.sort(
      (a, b) =>
        a.service.name.localeCompare(b.service.name) ||
        order[a.kind] - order[b.kind] ||
        a.name.localeCompare(b.name),
    );
  },
});
