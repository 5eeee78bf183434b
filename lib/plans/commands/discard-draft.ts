import { planDraftDiscarded } from '@/lib/plans/events';
import { assertPlanVersion, lockPlan } from '@/lib/plans/lock';
import { planPolicy } from '@/lib/plans/policy';
import { discardDraftInput } from '@/lib/plans/schema';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { Prisma } from '@/prisma/generated/client';

/** Throws the draft away, so that the published version stands alone. @throws AppError `precondition`, `conflict` */
export const discardDraft = command({
  name: 'plan.discardDraft',
  input: discardDraftInput,
  load: (tx, { id }) => lockPlan(tx, id),
  allow: permit(planPolicy, 'plan.edit'),
  run: async ({ tx, input: { id, ...input }, subject: plan, record }) => {
    assertPlanVersion(plan, input.version);
    if (plan.draft === null) throw new AppError('precondition', 'There is no draft to discard.');
    if (!plan.published) {
      throw new AppError('precondition', 'This plan is its draft only. Archive the plan instead.');
    }
    const version = plan.version + 1;
    await tx.plan.update({
      where: { id, version: input.version },
      data: { version, draft: Prisma.DbNull, draftById: null, draftSavedAt: null },
    });
    record(planDraftDiscarded({ planId: id, serviceId: plan.serviceId, version }));
    return { id, version };
  },
});
