import type { Db, Tx } from '@/lib/database/db';
import { type PlanContent, planContentSchema } from '@/lib/plans/rules/content';

export interface PublishedContent {
  versionId: string;
  number: number;
  content: PlanContent;
}

/** The version of a plan that new runs follow; null before the first is published, and for an unknown plan. */
export async function publishedContent(db: Db | Tx, planId: string): Promise<PublishedContent | null> {
  const plan = await db.plan.findUnique({ where: { id: planId }, select: { published: true } });
  if (!plan?.published) return null;
  const version = await db.planVersion.findUnique({
    where: { planId_number: { planId, number: plan.published } },
    select: { id: true, number: true, content: true },
  });
  if (!version) return null;
  const { id, number } = version;
  return { versionId: id, number, content: planContentSchema.parse(version.content) };
}
