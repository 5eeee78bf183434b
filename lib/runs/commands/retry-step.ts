import { permit } from '@/lib/platform/policy';
import { runPolicy } from '@/lib/runs/policy';
import { retryInput } from '@/lib/runs/schema';
import { stepOf } from '@/lib/runs/subject';
import { assertStepAct } from '@/lib/runs/transitions/assert-act';
import { rerunStep } from '@/lib/runs/transitions/rerun-step';
import { runCommand } from '@/lib/runs/transitions/run-command';

/** A person has a failed step done again; an automated one is sent anew, with a key of its own. @returns `RunActView` */
export const retryStep = runCommand({
  input: retryInput,
  allow: permit(runPolicy, 'run.retryStep'),
  run: async ({ tx, input, subject: run, transaction, memberId }) => {
    const step = stepOf(run, input.stepId);
    await assertStepAct(tx, run, step, 'retry');
    await rerunStep(transaction, step, {
      memberId,
      ...(input.note ? { note: input.note } : {}),
    });
  },
});
