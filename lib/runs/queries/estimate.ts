import { planContentSchema } from '@/lib/plans/content-schema';
import type { Db } from '@/lib/platform/db';
import { AppError } from '@/lib/platform/errors';
import { type Estimate, estimate } from '@/lib/runs/estimate-rules';
import { pastRuns } from '@/lib/runs/past-runs';
import { currentSettings } from '@/lib/settings/in-force';

async function staleAfterDays(db: Db): Promise<number> {
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

const settled = ['DONE', 'SKIPPED'];

/** How long a run still takes from now; null when it is over. @throws AppError not_found */
export async function remainingEstimate(db: Db, runId: string, now: Date): Promise<Estimate | null> {
  const run = await db.run.findUnique({
    where: { id: runId },
    select: {
      planId: true,
      finishedAt: true,
      steps: {
        orderBy: { position: 'asc' },
        select: { stepId: true, name: true, state: true, startedAt: true },
      },
    },
  });
  if (!run) throw new AppError('not_found', 'There is no such run.');
  if (run.finishedAt) return null;
  const left = run.steps.filter(({ state }) => !settled.includes(state));
  const began = left[0]?.startedAt ?? null;
  return estimate({
    runs: await pastRuns(db, run.planId),
    steps: left.map(({ stepId, name }) => ({ id: stepId, name })),
    elapsedSeconds: began ? Math.max(0, (now.getTime() - began.getTime()) / 1_000) : null,
    of: 'LEFT',
    staleAfterDays: await staleAfterDays(db),
    now,
  });
}
