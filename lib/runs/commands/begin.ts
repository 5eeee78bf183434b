import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { runBegun } from '@/lib/runs/events';
import { runPolicy } from '@/lib/runs/policy';
import { beginInput } from '@/lib/runs/schema';
import { factsOf } from '@/lib/runs/subject';
import { assertRunAct } from '@/lib/runs/transitions/assert-act';
import { beginActing } from '@/lib/runs/transitions/begin-acting';
import { runCommand } from '@/lib/runs/transitions/run-command';
import { moveRun, moveStep, type RunTransaction } from '@/lib/runs/transitions/run-transaction';

/** Whoever begins although the precheck is not green says why; the reason is kept with its lines. */
async function passPrecheck(
  transaction: RunTransaction,
  reason: string | undefined,
  memberId: string | null,
): Promise<boolean> {
  const open = transaction.run.steps.filter((step) => step.phase === 0 && step.state !== 'DONE');
  if (open.length === 0) return false;
  if (!reason) {
    const looking = open.some((step) => step.state !== 'FAILED');
    const message = looking
      ? 'The precheck is not finished. Wait for it, or say why you begin without it.'
      : 'The precheck is not green. Say why you begin all the same.';
    throw new AppError('precondition', message, { fields: { reason: [message] } });
  }
  for (const step of open) {
    await moveStep(transaction, step, 'SKIPPED', {
      skipReason: reason,
      memberId,
      finishedAt: transaction.now,
    });
  }
  return true;
}

/**
 * Takes the run to its first step. The time of a drill, and of a live run without an incident, counts from here.
 * @returns `RunActView`
 */
export const beginRun = runCommand({
  input: beginInput,
  allow: permit(runPolicy, 'run.begin'),
  run: async ({ tx, input, subject: run, now, record, transaction, memberId }) => {
    await assertRunAct(tx, run, 'begin', 'begin');
    const overridden = await passPrecheck(transaction, input.reason, memberId);
    await moveRun(transaction, 'RUNNING', { startedAt: now, clockStartedAt: run.clockStartedAt ?? now });
    record(runBegun({ ...factsOf(run), overridden }));
    await beginActing(transaction, run, memberId);
  },
});
