import { permit } from '@/lib/platform/policy';
import { runPaused } from '@/lib/runs/events';
import { runPolicy } from '@/lib/runs/policy';
import { pauseInput } from '@/lib/runs/schema';
import { factsOf } from '@/lib/runs/subject';
import { assertRunAct } from '@/lib/runs/transitions/assert-act';
import { runCommand } from '@/lib/runs/transitions/run-command';
import { moveRun } from '@/lib/runs/transitions/run-transaction';

/** The step in work comes to its end, and no other begins. @returns `RunActView` */
export const pauseRun = runCommand({
  input: pauseInput,
  allow: permit(runPolicy, 'run.pause'),
  run: async ({ tx, subject: run, now, record, transaction }) => {
    await assertRunAct(tx, run, 'pause', 'be paused');
    await moveRun(transaction, 'PAUSED', { pausedAt: now });
    record(runPaused(factsOf(run)));
  },
});
