import { z } from 'zod';
import { planPolicy } from '@/lib/plans/policy';
import { planDraftSchema } from '@/lib/plans/rules/draft';
import { AppError } from '@/lib/platform/errors';
import { idInput } from '@/lib/platform/input/id-input';
import { actsOf, permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { publishedContent } from './published';
import { reviewPlan } from './review';
import { runsNotOver } from './running';
import { versionHead, versionHeadSelect } from './versions';
import { type PlanView, planActs, planViewSchema } from './views';

/** A plan with its version in force, its draft, what stands against publishing it, and what changed since. */
export const planRead = query({
  name: 'plan.read',
  input: z.object({ id: idInput('There is no such plan.') }),
  answer: planViewSchema,
  load: async (db, { id }) => {
    const plan = await db.plan.findUnique({
      where: { id },
      include: {
        service: { select: { id: true, slug: true, name: true, rtoMinutes: true, rpoMinutes: true } },
        draftBy: { select: { id: true, name: true } },
        versions: { orderBy: { number: 'desc' }, select: versionHeadSelect },
        runs: runsNotOver,
      },
    });
    if (!plan) throw new AppError('not_found', 'There is no such plan.');
    return plan;
  },
  allow: permit(planPolicy, 'plan.read'),
  run: async ({ db, subject: plan, ctx }): Promise<PlanView> => {
    const published = await publishedContent(db, plan.id);
    const draft = plan.draft === null ? null : planDraftSchema.parse(plan.draft);
    const work = draft ?? published?.content ?? planDraftSchema.parse({});
    const { review, context } = await reviewPlan(db, plan, work, published?.content ?? null);
    const versions = plan.versions.map(versionHead);
    const head = versions.find((version) => version.number === plan.published);
    return {
      id: plan.id,
      kind: plan.kind,
      name: plan.name,
      version: plan.version,
      service: plan.service,
      archived: plan.archivedAt !== null,
      published: published && head ? { ...head, content: published.content } : null,
      draft: draft && {
        content: draft,
        savedAt: (plan.draftSavedAt ?? plan.createdAt).toISOString(),
        savedBy: plan.draftBy,
      },
      versions,
      history: context.history,
      choices: context.choices,
      running: plan.runs.map((run) => ({ ref: run.ref, versionNumber: run.planVersion.number })),
      acts: actsOf(planPolicy, plan.archivedAt ? ['plan.archive'] : planActs, ctx.actor, false),
      ...review,
    };
  },
});
