import { AppError } from '@/lib/platform/errors';
import { allowed, permit } from '@/lib/platform/policy';
import { runPolicy } from '@/lib/runs/policy';
import { skipInput } from '@/lib/runs/schema';
import { stepOf } from '@/lib/runs/subject';
import { assertStepAct } from '@/lib/runs/transitions/assert-act';
import { runCommand } from '@/lib/runs/transitions/run-command';
import { skipStep as passOver } from '@/lib/runs/transitions/run-transaction';

/** Leaves a step out, with a reason. Left out, the last verification keeps the run from being verified. @returns `RunActView` */
export const skipStep = runCommand({
  input: skipInput,
  allow: permit(runPolicy, 'run.skipStep'),
  run: async ({ tx, input, subject: run, ctx, transaction, memberId }) => {
    const step = stepOf(run, input.stepId);
    if (step.kind === 'APPROVAL' && !allowed(runPolicy['run.approveStep'], ctx.actor, false)) {
      throw new AppError('forbidden', 'Only a manager can leave out an approval.');
    }
    await assertStepAct(tx, run, step, 'skip');
    await passOver(transaction, step, { skipReason: input.reason, memberId });
  },
});
