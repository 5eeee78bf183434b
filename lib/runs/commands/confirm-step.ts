import { permit } from '@/lib/platform/policy';
import { runPolicy } from '@/lib/runs/policy';
import { confirmInput } from '@/lib/runs/schema';
import { stepOf } from '@/lib/runs/subject';
import { announce } from '@/lib/runs/transitions/announce';
import { assertStepAct } from '@/lib/runs/transitions/assert-act';
import { runCommand } from '@/lib/runs/transitions/run-command';
import { finishStep } from '@/lib/runs/transitions/run-transaction';

/**
 * A manual step was done; or, on an announcement, this one is to be made although the run as a whole has no consent.
 * @returns `RunActView`
 */
export const confirmStep = runCommand({
  input: confirmInput,
  allow: permit(runPolicy, 'run.confirmStep'),
  run: async ({ tx, input, subject: run, transaction, memberId }) => {
    const step = stepOf(run, input.stepId);
    await assertStepAct(tx, run, step, 'confirm');
    const said = { memberId, ...(input.note ? { note: input.note } : {}) };
    if (step.kind === 'ANNOUNCEMENT') await announce(transaction, step, { memberId, columns: said });
    else await finishStep(transaction, step, said);
  },
});
