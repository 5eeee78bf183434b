import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { runPaused } from '@/lib/runs/events';
import { runPolicy } from '@/lib/runs/policy';
import { runActViewSchema } from '@/lib/runs/queries/views';
import { pauseInput } from '@/lib/runs/schema';
import { factsOf, runs } from '@/lib/runs/subject';
import { assertRunAct } from '@/lib/runs/transitions/assert-act';
import { actView, moveRun, type RunTransaction } from '@/lib/runs/transitions/run-transaction';

/** The step in work comes to its end, and no other begins. @returns `RunActView` */
export const pauseRun = command({
  name: 'run.pause',
  input: pauseInput,
  answer: runActViewSchema,
  subject: runs,
  of: ({ ref }) => ref,
  allow: permit(runPolicy, 'run.pause'),
  run: async ({ tx, subject: run, now, record }) => {
    await assertRunAct(tx, run, 'pause', 'be paused');
    const transaction: RunTransaction = { tx, run, now, record };
    const before = run.version;
    await moveRun(transaction, 'PAUSED', { pausedAt: now });
    record(runPaused(factsOf(run)));
    return await actView(transaction, before);
  },
});
