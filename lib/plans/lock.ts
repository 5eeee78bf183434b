import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { nameRows } from '@/lib/platform/names';

nameRows('plan', 'plan', 'name');

/** The plan, locked until the end of the transaction. @throws AppError `not_found` */
export async function lockPlan(tx: Tx, id: string) {
  await tx.$queryRaw`select id from plan where id = ${id}::uuid for update`;
  const plan = await tx.plan.findUnique({
    where: { id },
    include: {
      service: { select: { rtoMinutes: true } },
      draftBy: { select: { id: true, name: true } },
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        include: { publishedBy: { select: { id: true, name: true } } },
      },
    },
  });
  if (!plan) throw new AppError('not_found', 'There is no such plan.');
  return plan;
}
export type LockedPlan = Awaited<ReturnType<typeof lockPlan>>;

/** @throws AppError `precondition` */
export function assertInUse(plan: LockedPlan): void {
  if (plan.archivedAt) throw new AppError('precondition', `“${plan.name}” is archived. Bring it back first.`);
}

/**
 * Refuses a change to a state of the plan that somebody else has changed, and says who and how.
 * @throws AppError `conflict`, with `version`, `by` and `at` in its details
 */
export function assertPlanVersion(plan: LockedPlan, version: number): void {
  if (plan.version === version) return;
  const newest = plan.versions[0];
  const published = newest && (!plan.draftSavedAt || newest.publishedAt > plan.draftSavedAt);
  const by = (published ? newest.publishedBy?.name : plan.draftBy?.name) ?? 'Somebody else';
  const at = published ? newest.publishedAt : plan.draftSavedAt;
  const act = published ? `published version ${newest.number} of this plan` : 'changed this plan';
  throw new AppError('conflict', `${by} ${act} in between. Nothing was overwritten.`, {
    details: { version: plan.version, by, at: at?.toISOString() ?? null },
  });
}
