import { runVerified } from '@/lib/runs/events';
import { evidenceOf } from '@/lib/runs/rules/evidence';
import { exceptionsOf, greenVerification, planSteps } from '@/lib/runs/rules/progress';
import { factsOf } from '@/lib/runs/subject';
import { failRun, moveRun, type RunTransaction } from './run-transaction';

function secondsBetween(from: Date, to: Date): number {
  return Math.max(0, Math.round((to.getTime() - from.getTime()) / 1_000));
}

/** How far the copy was behind when users were led to it, as the last look or answer before the switch said. */
function lagAtSwitch(transaction: RunTransaction): number | null {
  const ordered = [...transaction.run.steps].sort((a, b) => a.position - b.position);
  const lastSwitch = planSteps(transaction.run.steps).findLast(
    (step) => step.switches && step.state === 'DONE',
  );
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
async function lossOf(transaction: RunTransaction): Promise<number | null> {
  const { clockStartedAt, id } = transaction.run;
  const restored = await transaction.tx.runSnapshot.findMany({
    where: { runId: id, restoredAt: { not: null } },
    select: { snapshot: { select: { takenAt: true } } },
  });
  if (restored.length === 0 || !clockStartedAt) return lagAtSwitch(transaction);
  return Math.max(...restored.map(({ snapshot }) => secondsBetween(snapshot.takenAt, clockStartedAt)));
}

/**
 * Ends a run whose steps are all behind it: VERIFIED when the last verification after the last switch is green, and
 * then its time counts from the beginning of its clock to that verification; FAILED otherwise. With exceptions, and where
 * it was only talked through, it is VERIFIED without a time.
 */
export async function finishRun(transaction: RunTransaction): Promise<void> {
  const { run, now } = transaction;
  const green = greenVerification(run.steps);
  if (!green?.finishedAt) return await failRun(transaction, null);
  const isTimed = run.drillKind !== 'TABLETOP';
  const whole = exceptionsOf(run.steps).length === 0;
  const rtaSeconds =
    isTimed && whole && run.clockStartedAt ? secondsBetween(run.clockStartedAt, green.finishedAt) : null;
  const rpaSeconds = isTimed ? await lossOf(transaction) : null;
  const finishedAt = run.startedAt && run.startedAt > now ? run.startedAt : now;
  await moveRun(transaction, 'VERIFIED', {
    rtaSeconds,
    rpaSeconds,
    finishedAt,
    leaseHolder: null,
    leaseExpiresAt: null,
  });
  transaction.record(runVerified({ ...factsOf(run), drillKind: run.drillKind, rtaSeconds, rpaSeconds }));
}
