import { greenVerification, planSteps } from '@/lib/runs/rules/progress';
import { runVerified } from './events';
import { evidenceOf } from './evidence-schema';
import { factsOf } from './subject';
import { failRun, moveRun, type Turn } from './turn';

function secondsBetween(from: Date, to: Date): number {
  return Math.max(0, Math.round((to.getTime() - from.getTime()) / 1_000));
}

/** How far the copy was behind when users were led to it, as the last look or answer before the switch said. */
function lagAtSwitch(turn: Turn): number | null {
  const ordered = [...turn.run.steps].sort((a, b) => a.position - b.position);
  const lastSwitch = planSteps(turn.run.steps).findLast((step) => step.switches && step.state === 'DONE');
  const before = ordered.filter((step) => !lastSwitch || step.position <= lastSwitch.position);
  const lags = before.flatMap((step) => {
    const { look, output } = evidenceOf(step);
    const said = (look?.lagSeconds ??
      (output as { lagSeconds?: unknown } | null | undefined)?.lagSeconds) as unknown;
    return typeof said === 'number' && said >= 0 ? [said] : [];
  });
  return lags.length > 0 ? Math.round(lags.at(-1) ?? 0) : null;
}

/** The data that was lost, in seconds: of the oldest snapshot that was loaded, or what the copy was behind. */
async function lossOf(turn: Turn): Promise<number | null> {
  const { clockStartedAt, id } = turn.run;
  const restored = await turn.tx.runSnapshot.findMany({
    where: { runId: id, restoredAt: { not: null } },
    select: { snapshot: { select: { takenAt: true } } },
  });
  if (restored.length === 0 || !clockStartedAt) return lagAtSwitch(turn);
  return Math.max(...restored.map(({ snapshot }) => secondsBetween(snapshot.takenAt, clockStartedAt)));
}

/**
 * Ends a run whose steps are all behind it: VERIFIED when the last verification after the last switch is green, and
 * then its time counts from the beginning of its clock to that verification; FAILED otherwise.
 */
export async function finishRun(turn: Turn): Promise<void> {
  const { run, now } = turn;
  const green = greenVerification(run.steps);
  if (!green?.finishedAt) return await failRun(turn, null);
  const rtaSeconds = run.clockStartedAt ? secondsBetween(run.clockStartedAt, green.finishedAt) : null;
  const rpaSeconds = await lossOf(turn);
  const finishedAt = run.startedAt && run.startedAt > now ? run.startedAt : now;
  await moveRun(turn, 'VERIFIED', {
    rtaSeconds,
    rpaSeconds,
    finishedAt,
    leaseHolder: null,
    leaseExpiresAt: null,
  });
  turn.record(runVerified({ ...factsOf(run), rtaSeconds, rpaSeconds }));
}
