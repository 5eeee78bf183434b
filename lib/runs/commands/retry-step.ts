import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { runPolicy } from '@/lib/runs/policy';
import { runActViewSchema } from '@/lib/runs/queries/views';
import { retryInput } from '@/lib/runs/schema';
import { runs, stepOf } from '@/lib/runs/subject';
import { assertStepAct } from '@/lib/runs/transitions/assert-act';
import { rerunStep } from '@/lib/runs/transitions/rerun-step';
import { actView, type RunTransaction } from '@/lib/runs/transitions/run-transaction';

/** A person has a failed step done again; an automated one is sent anew, with a key of its own. @returns `RunActView` */
export const retryStep = command({
  name: 'run.retryStep',
  input: retryInput,
  answer: runActViewSchema,
  subject: runs,
  of: ({ ref }) => ref,
  allow: permit(runPolicy, 'run.retryStep'),
  run: async ({ tx, input, subject: run, ctx, now, record }) => {
    const step = stepOf(run, input.stepId);
    await assertStepAct(tx, run, step, 'retry');
    const transaction: RunTransaction = { tx, run, now, record };
    const before = run.version;
    await rerunStep(transaction, step, {
      memberId: actingMember(ctx.actor),
      ...(input.note ? { note: input.note } : {}),
    });
    return await actView(transaction, before);
  },
});
