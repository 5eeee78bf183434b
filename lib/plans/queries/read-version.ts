import { z } from 'zod';
import { planPolicy } from '@/lib/plans/policy';
import { changesBetween } from '@/lib/plans/rules/changes';
import { planContentSchema } from '@/lib/plans/rules/content';
import { AppError } from '@/lib/platform/errors';
import { idInput } from '@/lib/platform/input/id-input';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { namesOfChoices, planChoices, stepHistory } from './choices';
import { versionHead, versionHeadSelect } from './versions';
import { type PlanVersionView, planVersionViewSchema } from './views';

const select = { ...versionHeadSelect, content: true };

/** One version of a plan as it was published, with what it changed since the version before. */
export const planVersionRead = query({
  name: 'plan.readVersion',
  input: z.object({
    id: idInput('There is no such plan.'),
    number: z.coerce
      .number('There is no such version.')
      .int()
      .min(1, 'There is no such version.')
      .max(1e9, 'There is no such version.'),
  }),
  answer: planVersionViewSchema,
  load: async (db, { id, number }) => {
    const version = await db.planVersion.findUnique({
      where: { planId_number: { planId: id, number } },
      select: {
        ...select,
        plan: {
          select: {
            id: true,
            name: true,
            kind: true,
            published: true,
            service: { select: { id: true, slug: true, name: true } },
          },
        },
      },
    });
    if (!version) throw new AppError('not_found', 'There is no such version of this plan.');
    return version;
  },
  allow: permit(planPolicy, 'plan.read'),
  run: async ({ db, subject }): Promise<PlanVersionView> => {
    const { service, ...plan } = subject.plan;
    const before = await db.planVersion.findUnique({
      where: { planId_number: { planId: plan.id, number: subject.number - 1 } },
      select: { content: true },
    });
    const content = planContentSchema.parse(subject.content);
    const choices = await planChoices(db, service.id);
    return {
      ...versionHead(subject),
      plan,
      service,
      content,
      changes: before
        ? changesBetween(planContentSchema.parse(before.content), content, namesOfChoices(choices))
        : [],
      history: await stepHistory(db, plan.id),
      choices,
    };
  },
});
