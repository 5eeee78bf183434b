import { z } from 'zod';
import type { Tx } from '@/lib/database/db';
import { actingMember } from '@/lib/members/acting-member';
import { planPublished } from '@/lib/plans/events';
import { planPolicy } from '@/lib/plans/policy';
import { reviewPlan } from '@/lib/plans/queries/review';
import { completeContent } from '@/lib/plans/rules/complete-content';
import { planDraftSchema } from '@/lib/plans/rules/draft';
import { publishPlanInput } from '@/lib/plans/schema';
import { assertInUse, type PlanSubject, plans } from '@/lib/plans/subject';
import { savedSchema } from '@/lib/platform/answers/view';
import { canonicalJson, sha256 } from '@/lib/platform/audit/canonical-json';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import { Prisma } from '@/prisma/generated/client';

/** The draft as finished content. @throws AppError `precondition` with the lines that stop it in `details` */
async function publishable(tx: Tx, plan: PlanSubject) {
  if (plan.draft === null) {
    const sentence = plan.published
      ? `Nothing differs from version ${plan.published}.`
      : 'There is nothing to publish yet.';
    throw new AppError('precondition', sentence);
  }
  const draft = planDraftSchema.parse(plan.draft);
  const complete = completeContent(draft);
  const { review } = await reviewPlan(tx, plan, draft, null);
  const stops = review.lint.filter((line) => line.rank === 'STOP');
  const first = stops[0];
  if (first || !complete.ok) {
    const more = stops.length > 1 ? ` ${stops.length - 1} more to fix.` : '';
    throw new AppError('precondition', `${first?.title}. ${first?.text}${more}`, {
      details: { lint: stops },
    });
  }
  return complete.content;
}

function assertSummary(plan: PlanSubject, summary: string): void {
  if (!plan.published || summary) return;
  const sentence = `Say in a sentence what differs from version ${plan.published}.`;
  throw new AppError('invalid', sentence, { fields: { summary: [sentence] } });
}

/**
 * Makes the draft the next version, which never changes again: new runs follow it, runs under way keep theirs.
 * @returns `{ id, version, versionId, number }`
 * @throws AppError `precondition` while lint stops it or nothing differs, `conflict` when somebody was first
 */
export const publishPlan = command({
  input: publishPlanInput,
  answer: savedSchema.extend({ versionId: z.uuid(), number: z.int() }),
  subject: plans,
  of: ({ id }) => id,
  allow: permit(planPolicy, 'plan.publish'),
  run: async ({ tx, input: { id, summary }, subject: plan, ctx, now, record }) => {
    assertInUse(plan);
    const content = await publishable(tx, plan);
    const checksum = sha256(canonicalJson(content));
    const newest = plan.versions[0];
    if (newest && Buffer.from(newest.checksum).equals(checksum)) {
      throw new AppError('precondition', `Nothing differs from version ${newest.number}.`);
    }
    assertSummary(plan, summary);
    const number = (newest?.number ?? 0) + 1;
    const versionId = newId();
    await tx.planVersion.create({
      data: {
        id: versionId,
        planId: id,
        number,
        content,
        checksum,
        summary,
        publishedAt: now,
        publishedById: actingMember(ctx.actor),
      },
    });
    const noDraft = { draft: Prisma.DbNull, draftById: null, draftSavedAt: null };
    const view = await plans.write(tx, plan, { published: number, ...noDraft });
    const steps = content.phases.reduce((sum, phase) => sum + phase.steps.length, 0);
    const hex = Buffer.from(checksum).toString('hex');
    record(planPublished({ planId: id, serviceId: plan.serviceId, versionId, number, checksum: hex, steps }));
    return { ...view, versionId, number };
  },
});
