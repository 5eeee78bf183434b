import { planRenamed } from '@/lib/plans/events';
import { assertInUse, assertPlanVersion, lockPlan } from '@/lib/plans/lock';
import { planPolicy } from '@/lib/plans/policy';
import { renamePlanInput } from '@/lib/plans/schema';
import { refuseTakenName } from '@/lib/plans/write';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Gives the plan another name, at once and for all its versions: its content is what is versioned. */
export const renamePlan = command({
  name: 'plan.rename',
  input: renamePlanInput,
  load: (tx, { id }) => lockPlan(tx, id),
  allow: permit(planPolicy, 'plan.edit'),
  run: async ({ tx, input: { id, name, ...input }, subject: plan, record }) => {
    assertInUse(plan);
    assertPlanVersion(plan, input.version);
    const version = plan.version + 1;
    await refuseTakenName(plan.kind, () =>
      tx.plan.update({ where: { id, version: input.version }, data: { name, version } }),
    );
    record(planRenamed({ planId: id, serviceId: plan.serviceId, version }));
    return { id, name, version };
  },
});
