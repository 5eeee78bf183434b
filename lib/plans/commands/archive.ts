import { planArchived } from '@/lib/plans/events';
import { assertPlanVersion, lockPlan } from '@/lib/plans/lock';
import { planPolicy } from '@/lib/plans/policy';
import { runsNotOver } from '@/lib/plans/queries/running';
import { archivePlanInput } from '@/lib/plans/schema';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

/** Takes a plan out of use, or brings it back: `archived`. Not while a run of it is under way. */
export const archivePlan = command({
  name: 'plan.archive',
  input: archivePlanInput,
  load: (tx, { id }) => lockPlan(tx, id),
  allow: permit(planPolicy, 'plan.archive'),
  run: async ({ tx, input: { id, archived, ...input }, subject: plan, now, record }) => {
    assertPlanVersion(plan, input.version);
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
    const version = plan.version + 1;
    await tx.plan.update({
      where: { id, version: input.version },
      data: { version, archivedAt: archived ? now : null },
    });
    record(planArchived({ planId: id, serviceId: plan.serviceId, archived }));
    return { id, version };
  },
});
