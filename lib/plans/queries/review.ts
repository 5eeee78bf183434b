import type { Db, Tx } from '@/lib/database/db';
import { changesBetween } from '@/lib/plans/rules/changes';
import { faultsOf } from '@/lib/plans/rules/complete-content';
import type { PlanContent } from '@/lib/plans/rules/content';
import type { PlanDraft } from '@/lib/plans/rules/draft';
import { lintPlan } from '@/lib/plans/rules/lint';
import type { PlanKind } from '@/lib/plans/schema';
import { namesOfChoices, planChoices, stepHistory } from './choices';
import type { DraftReview } from './views';

interface Reviewed {
  id: string;
  serviceId: string;
  kind: PlanKind;
  service: { rtoMinutes: number | null };
}

/** Everything that Standby has to say about a state of a plan, with what it was judged by. */
export async function reviewPlan(
  db: Db | Tx,
  plan: Reviewed,
  draft: PlanDraft,
  published: PlanContent | null,
): Promise<{ review: DraftReview; context: Parameters<typeof lintPlan>[1] }> {
  const choices = await planChoices(db, plan.serviceId);
  const history = await stepHistory(db, plan.id);
  const context = { kind: plan.kind, rtoMinutes: plan.service.rtoMinutes, choices, history };
  const review = {
    lint: lintPlan(draft, context),
    faults: faultsOf(draft),
    changes: published ? changesBetween(published, draft, namesOfChoices(choices)) : [],
  };
  return { review, context };
}
