import { z } from 'zod';
import { refuseTaken } from '@/lib/database/database-errors';
import { planRenamed } from '@/lib/plans/events';
import { planPolicy } from '@/lib/plans/policy';
import { renamePlanInput } from '@/lib/plans/schema';
import { assertInUse, plans, takenName } from '@/lib/plans/subject';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Gives the plan another name, at once and for all its versions: its content is what is versioned. */
export const renamePlan = command({
  name: 'plan.rename',
  input: renamePlanInput,
  answer: savedSchema.extend({ name: z.string() }),
  subject: plans,
  of: ({ id }) => id,
  allow: permit(planPolicy, 'plan.edit'),
  run: async ({ tx, input: { id, name }, subject: plan, record }) => {
    assertInUse(plan);
    if (name === plan.name) return { id, version: plan.version, name };
    const view = await refuseTaken('name', takenName(plan.kind), () => plans.write(tx, plan, { name }));
    record(planRenamed({ planId: id, serviceId: plan.serviceId, version: view.version }));
    return { ...view, name };
  },
});
