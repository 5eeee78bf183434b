import { z } from 'zod';
import { planPolicy } from '@/lib/plans/policy';
import { planContentSchema } from '@/lib/plans/rules/content';
import type { PlanKind } from '@/lib/plans/schema';
import { idInput } from '@/lib/platform/input/id-input';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { runsNotOver } from './running';
import { type PlanRow, planRowSchema } from './views';

const input = z.object({
  serviceId: idInput('Name the service by its id.').optional(),
  slug: z.string().max(80).optional(),
  archived: z.stringbool().or(z.boolean()).default(false),
});

const order: Record<PlanKind, number> = { FAILOVER: 0, REBUILD: 1, FAILBACK: 2, SWITCHOVER: 3 };

/** Plans of one service, or of all, by service, then kind, then name. */
export const planList = query({
  name: 'plan.list',
  input,
  answer: z.array(planRowSchema),
  allow: permit(planPolicy, 'plan.list'),
  run: async ({ db, input: { serviceId, slug, archived } }): Promise<PlanRow[]> => {
    const plans = await db.plan.findMany({
      where: {
        ...(serviceId ? { serviceId } : {}),
        ...(slug ? { service: { slug } } : {}),
        archivedAt: archived ? { not: null } : null,
      },
      select: {
        id: true,
        kind: true,
        name: true,
        published: true,
        draftSavedAt: true,
        archivedAt: true,
        service: { select: { id: true, slug: true, name: true, rtoMinutes: true } },
        versions: { orderBy: { number: 'desc' }, take: 1, select: { publishedAt: true, content: true } },
        runs: runsNotOver,
      },
      take: 500,
    });
    return plans
      .map(({ versions, draftSavedAt, archivedAt, runs, ...plan }) => {
        const phases = versions[0] ? planContentSchema.parse(versions[0].content).phases : [];
        return {
          ...plan,
          publishedAt: versions[0]?.publishedAt.toISOString() ?? null,
          hasDraft: draftSavedAt !== null,
          archived: archivedAt !== null,
          phases: phases.length,
          steps: phases.reduce((sum, phase) => sum + phase.steps.length, 0),
          running: runs.map((run) => run.ref),
        };
      })
      .sort(
        (a, b) =>
          a.service.name.localeCompare(b.service.name) ||
          order[a.kind] - order[b.kind] ||
          a.name.localeCompare(b.name),
      );
  },
});
