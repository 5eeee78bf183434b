import { planArchived } from '@/lib/plans/events';
import { planPolicy } from '@/lib/plans/policy';
import { runsNotOver } from '@/lib/plans/queries/running';
import { archivePlanInput } from '@/lib/plans/schema';
import { plans } from '@/lib/plans/subject';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

/** Takes a plan out of use, or brings it back: `archived`. Not while a run of it is under way. */
export const archivePlan = command({
  input: archivePlanInput,
  answer: savedSchema,
  subject: plans,
  of: ({ id }) => id,
  allow: permit(planPolicy, 'plan.archive'),
  run: async ({ tx, input: { id, archived }, subject: plan, now, record }) => {
    const running = await tx.run.findFirst({
      where: { planId: id, ...runsNotOver.where },
      select: { ref: true },
    });
    if (archived && running) {
      throw new AppError(
        'precondition',
        `${running.ref} follows this plan now. Archive it when that is over.`,
      );
    }
    record(planArchived({ planId: id, serviceId: plan.serviceId, archived }));
    return await plans.archive(tx, plan, archived ? now : null);
  },
});
