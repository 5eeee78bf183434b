import type { Db, Tx } from '@/lib/database/db';
import { planContentSchema } from '@/lib/plans/rules/content';
import { AppError } from '@/lib/platform/errors';
import { estimate } from '@/lib/runs/rules/estimate';
import { isPassed } from '@/lib/runs/rules/progress';
import { rulesOf } from '@/lib/runs/subject';
import { currentSettings } from '@/lib/settings/in-force';
import type { Prisma } from '@/prisma/generated/client';
import { pastRuns } from './past-runs';
import type { Estimate } from './plan-views';

async function staleAfterDays(db: Db | Tx): Promise<number> {
  return (await currentSettings(db)).drills.staleAfterDays;
}

/** The steps of a plan's version in force, in order; none before the first is published. */
async function publishedSteps(db: Db, planId: string): Promise<{ id: string; name: string }[]> {
  const plan = await db.plan.findUnique({ where: { id: planId }, select: { published: true } });
  if (!plan) throw new AppError('not_found', 'There is no such plan.');
  if (plan.published === null) return [];
  const version = await db.planVersion.findUniqueOrThrow({
    where: { planId_number: { planId, number: plan.published } },
    select: { content: true },
  });
  return planContentSchema.parse(version.content).phases.flatMap(({ steps }) => steps);
}

/** How long the whole plan takes, from its first step to the verified service. @throws AppError not_found */
export async function planEstimate(db: Db, planId: string, now: Date): Promise<Estimate> {
  const steps = await publishedSteps(db, planId);
  return estimate({
    runs: await pastRuns(db, planId),
    steps: steps.map(({ id, name }) => ({ id, name })),
    elapsedSeconds: null,
    of: 'WHOLE',
    staleAfterDays: await staleAfterDays(db),
    now,
  });
}

const runSelect = {
  planId: true,
  startedAt: true,
  finishedAt: true,
  steps: {
    where: { phase: { gt: 0 } },
    orderBy: { position: 'asc' },
    select: { stepId: true, name: true, state: true, config: true, startedAt: true },
  },
} satisfies Prisma.RunSelect;

const named = ({ stepId, name }: { stepId: string; name: string }) => ({ id: stepId, name });

/**
 * Of a run: how long the whole plan was going to take when it began, and how long it still takes from now; the second
 * is null when the run is over. @throws AppError not_found
 */
export async function runEstimates(
  db: Db | Tx,
  runId: string,
  now: Date,
): Promise<{ planned: Estimate; remaining: Estimate | null }> {
  const run = await db.run.findUnique({ where: { id: runId }, select: runSelect });
  if (!run) throw new AppError('not_found', 'There is no such run.');
  const began = run.startedAt ?? now;
  const known = (await pastRuns(db, run.planId)).filter((past) => past.id !== runId);
  const runs = known.filter(({ finishedAt }) => Date.parse(finishedAt) <= began.getTime());
  const policy = { staleAfterDays: await staleAfterDays(db) };
  const left = run.steps.filter((step) => !isPassed({ ...step, ...rulesOf(step.config) }));
  const since = left[0]?.startedAt;
  const elapsedSeconds = since ? Math.max(0, (now.getTime() - since.getTime()) / 1_000) : null;
  return {
    planned: estimate({
      ...policy,
      runs,
      steps: run.steps.map(named),
      elapsedSeconds: null,
      of: 'WHOLE',
      now: began,
    }),
    remaining: run.finishedAt
      ? null
      : estimate({ ...policy, runs: known, steps: left.map(named), elapsedSeconds, of: 'LEFT', now }),
  };
}
