import { planDraftDiscarded } from '@/lib/plans/events';
import { planPolicy } from '@/lib/plans/policy';
import { discardDraftInput } from '@/lib/plans/schema';
import { plans } from '@/lib/plans/subject';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { Prisma } from '@/prisma/generated/client';

/** Throws the draft away, so that the published version stands alone. @throws AppError `precondition`, `conflict` */
export const discardDraft = command({
  name: 'plan.discardDraft',
  input: discardDraftInput,
  answer: savedSchema,
  subject: plans,
  of: ({ id }) => id,
  allow: permit(planPolicy, 'plan.edit'),
  run: async ({ tx, input: { id }, subject: plan, record }) => {
    if (plan.draft === null) throw new AppError('precondition', 'There is no draft to discard.');
    if (!plan.published) {
      throw new AppError('precondition', 'This plan is its draft only. Archive the plan instead.');
    }
    const noDraft = { draft: Prisma.DbNull, draftById: null, draftSavedAt: null };
    const view = await plans.write(tx, plan, noDraft);
    record(planDraftDiscarded({ planId: id, serviceId: plan.serviceId, version: view.version }));
    return view;
  },
});
