import { actingMember } from '@/lib/members/acting-member';
import { planDrafted } from '@/lib/plans/events';
import { planPolicy } from '@/lib/plans/policy';
import { publishedContent } from '@/lib/plans/queries/published';
import { reviewPlan } from '@/lib/plans/queries/review';
import { draftSavedSchema } from '@/lib/plans/queries/views';
import { completeContent } from '@/lib/plans/rules/complete-content';
import { saveDraftInput } from '@/lib/plans/schema';
import { assertInUse, plans } from '@/lib/plans/subject';
import { canonicalJson } from '@/lib/platform/audit/canonical-json';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { Prisma } from '@/prisma/generated/client';

/**
 * Stores a draft as it is, complete or not, and says what is missing or wrong in it. A draft that has become equal to
 * the published version is none any more. @returns `{ version, savedAt, differs, lint, faults, changes }`
 * @throws AppError `conflict` when somebody saved or published in between: nothing is overwritten
 */
export const saveDraft = command({
  name: 'plan.saveDraft',
  input: saveDraftInput,
  answer: draftSavedSchema,
  subject: plans,
  of: ({ id }) => id,
  allow: permit(planPolicy, 'plan.edit'),
  run: async ({ tx, input: { id, draft }, subject: plan, ctx, now, record }) => {
    assertInUse(plan);
    const published = (await publishedContent(tx, id))?.content ?? null;
    const complete = completeContent(draft);
    const differs =
      !published || !complete.ok || canonicalJson(complete.content) !== canonicalJson(published);
    const { version } = await plans.write(tx, plan, {
      draft: differs ? draft : Prisma.DbNull,
      draftById: differs ? actingMember(ctx.actor) : null,
      draftSavedAt: differs ? now : null,
    });
    const steps = draft.phases.reduce((sum, phase) => sum + phase.steps.length, 0);
    record(planDrafted({ planId: id, serviceId: plan.serviceId, version, steps }));
    const { review } = await reviewPlan(tx, plan, draft, published);
    return { id, version, savedAt: now.toISOString(), differs, ...review };
  },
});
