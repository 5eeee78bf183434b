import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { allowed, permit } from '@/lib/platform/policy';
import { runPolicy } from '@/lib/runs/policy';
import { runActViewSchema } from '@/lib/runs/queries/views';
import { skipInput } from '@/lib/runs/schema';
import { runs, stepOf } from '@/lib/runs/subject';
import { assertStepAct } from '@/lib/runs/transitions/assert-act';
import { actView, skipStep as passOver, type RunTransaction } from '@/lib/runs/transitions/run-transaction';

/** Leaves a step out, with a reason. Left out, the last verification keeps the run from being verified. @returns `RunActView` */
export const skipStep = command({
  name: 'run.skipStep',
  input: skipInput,
  answer: runActViewSchema,
  subject: runs,
  of: ({ ref }) => ref,
  allow: permit(runPolicy, 'run.skipStep'),
  run: async ({ tx, input, subject: run, ctx, now, record }) => {
    const step = stepOf(run, input.stepId);
    if (step.kind === 'APPROVAL' && !allowed(runPolicy['run.approveStep'], ctx.actor, false)) {
      throw new AppError('forbidden', 'Only a manager can leave out an approval.');
    }
    await assertStepAct(tx, run, step, 'skip');
    const transaction: RunTransaction = { tx, run, now, record };
    const before = run.version;
    await passOver(transaction, step, { skipReason: input.reason, memberId: actingMember(ctx.actor) });
    return await actView(transaction, before);
  },
});
