import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { runResumed } from '@/lib/runs/events';
import { runPolicy } from '@/lib/runs/policy';
import { runActViewSchema } from '@/lib/runs/queries/views';
import { resumeInput } from '@/lib/runs/schema';
import { factsOf, runs } from '@/lib/runs/subject';
import { assertRunAct } from '@/lib/runs/transitions/assert-act';
import { actView, moveRun, type RunTransaction } from '@/lib/runs/transitions/run-transaction';

/** A paused run goes on where it is. @returns `RunActView` */
export const resumeRun = command({
  name: 'run.resume',
  input: resumeInput,
  answer: runActViewSchema,
  subject: runs,
  of: ({ ref }) => ref,
  allow: permit(runPolicy, 'run.resume'),
  run: async ({ tx, subject: run, now, record }) => {
    await assertRunAct(tx, run, 'resume', 'be resumed');
    const transaction: RunTransaction = { tx, run, now, record };
    const before = run.version;
    await moveRun(transaction, 'RUNNING', { pausedAt: null });
    record(runResumed(factsOf(run)));
    return await actView(transaction, before);
  },
});
