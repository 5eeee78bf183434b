import { permit } from '@/lib/platform/policy';
import { runAborted } from '@/lib/runs/events';
import { runPolicy } from '@/lib/runs/policy';
import { abortInput } from '@/lib/runs/schema';
import { leaveAttempt } from '@/lib/runs/steps/attempts';
import { factsOf } from '@/lib/runs/subject';
import { assertRunAct } from '@/lib/runs/transitions/assert-act';
import { runCommand } from '@/lib/runs/transitions/run-command';
import { moveRun, moveStep, type RunTransaction } from '@/lib/runs/transitions/run-transaction';

/** What was in work when the run ended: a call on its way is not known to have arrived, the rest is left out. */
async function leaveSteps(transaction: RunTransaction): Promise<void> {
  for (const step of transaction.run.steps.filter(({ state }) => state === 'RUNNING')) {
    const sent = await leaveAttempt(transaction, step, 'The run was aborted before it answered.');
    if (sent) await moveStep(transaction, step, 'UNKNOWN');
    else
      await moveStep(transaction, step, 'SKIPPED', {
        skipReason: 'The run was aborted.',
        finishedAt: transaction.now,
      });
  }
}

/** Ends the run where it is, with a word on the state in which things were left. @returns `RunActView` */
export const abortRun = runCommand({
  input: abortInput,
  allow: permit(runPolicy, 'run.abort'),
  run: async ({ tx, input, subject: run, now, record, transaction }) => {
    await assertRunAct(tx, run, 'abort', 'be aborted');
    await leaveSteps(transaction);
    record(runAborted({ ...factsOf(run), from: run.state }));
    await moveRun(transaction, 'ABORTED', {
      safeStateNote: input.safeStateNote,
      finishedAt: run.startedAt && run.startedAt > now ? run.startedAt : now,
      leaseHolder: null,
      leaseExpiresAt: null,
    });
  },
});
