import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { runPolicy } from '@/lib/runs/policy';
import { runActViewSchema } from '@/lib/runs/queries/views';
import { confirmInput } from '@/lib/runs/schema';
import { runs, stepOf } from '@/lib/runs/subject';
import { announce } from '@/lib/runs/transitions/announce';
import { assertStepAct } from '@/lib/runs/transitions/assert-act';
import { actView, finishStep, type RunTransaction } from '@/lib/runs/transitions/run-transaction';

/**
 * A manual step was done; or, on an announcement, this one is to be made although the run as a whole has no consent.
 * @returns `RunActView`
 */
export const confirmStep = command({
  name: 'run.confirmStep',
  input: confirmInput,
  answer: runActViewSchema,
  subject: runs,
  of: ({ ref }) => ref,
  allow: permit(runPolicy, 'run.confirmStep'),
  run: async ({ tx, input, subject: run, ctx, now, record }) => {
    const step = stepOf(run, input.stepId);
    await assertStepAct(tx, run, step, 'confirm');
    const transaction: RunTransaction = { tx, run, now, record };
    const before = run.version;
    const memberId = actingMember(ctx.actor);
    const said = { memberId, ...(input.note ? { note: input.note } : {}) };
    if (step.kind === 'ANNOUNCEMENT') await announce(transaction, step, { memberId, columns: said });
    else await finishStep(transaction, step, said);
    return await actView(transaction, before);
  },
});
