import { refuseTaken } from '@/lib/database/database-errors';
import { actingMember } from '@/lib/members/acting-member';
import { planCreated } from '@/lib/plans/events';
import { planPolicy } from '@/lib/plans/policy';
import { createPlanInput } from '@/lib/plans/schema';
import { takenName } from '@/lib/plans/subject';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';

/** Begins a plan of a service with a draft, empty or given. @returns `{ id, version }` */
export const createPlan = command({
  input: createPlanInput,
  answer: savedSchema,
  load: async (tx, { serviceId }) => {
    const service = await tx.service.findUnique({ where: { id: serviceId }, select: { archivedAt: true } });
    if (!service || service.archivedAt) throw new AppError('not_found', 'There is no such service in use.');
    return service;
  },
  allow: permit(planPolicy, 'plan.create'),
  run: async ({ tx, input: { serviceId, kind, name, draft }, ctx, now, record }) => {
    const id = newId();
    const draftById = actingMember(ctx.actor);
    await refuseTaken('name', takenName(kind), () =>
      tx.plan.create({
        data: { id, serviceId, kind, name, draft, draftById, draftSavedAt: now, createdAt: now },
      }),
    );
    record(planCreated({ planId: id, serviceId, kind }));
    return { id, version: 1 };
  },
});
