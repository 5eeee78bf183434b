import { permit } from '@/lib/platform/policy';
import { runResumed } from '@/lib/runs/events';
import { runPolicy } from '@/lib/runs/policy';
import { resumeInput } from '@/lib/runs/schema';
import { factsOf } from '@/lib/runs/subject';
import { assertRunAct } from '@/lib/runs/transitions/assert-act';
import { runCommand } from '@/lib/runs/transitions/run-command';
import { moveRun } from '@/lib/runs/transitions/run-transaction';

/** A paused run goes on where it is. @returns `RunActView` */
export const resumeRun = runCommand({
  input: resumeInput,
  allow: permit(runPolicy, 'run.resume'),
  run: async ({ tx, subject: run, record, transaction }) => {
    await assertRunAct(tx, run, 'resume', 'be resumed');
    await moveRun(transaction, 'RUNNING', { pausedAt: null });
    record(runResumed(factsOf(run)));
  },
});
