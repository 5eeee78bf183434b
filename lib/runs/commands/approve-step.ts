import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { runStepDecided } from '@/lib/runs/events';
import { runPolicy } from '@/lib/runs/policy';
import { runActViewSchema } from '@/lib/runs/queries/views';
import { approveInput } from '@/lib/runs/schema';
import { runs, stepFactsOf, stepOf } from '@/lib/runs/subject';
import { assertStepAct } from '@/lib/runs/transitions/assert-act';
import { actView, failStep, finishStep, type RunTransaction } from '@/lib/runs/transitions/run-transaction';

/** A manager lets the run go on, or not. Refused, the step fails, and the plan says what follows. @returns `RunActView` */
export const approveStep = command({
  name: 'run.approveStep',
  input: approveInput,
  answer: runActViewSchema,
  subject: runs,
  of: ({ ref }) => ref,
  allow: permit(runPolicy, 'run.approveStep'),
  run: async ({ tx, input, subject: run, ctx, now, record }) => {
    const step = stepOf(run, input.stepId);
    const approved = input.decision === 'APPROVE';
    await assertStepAct(tx, run, step, approved ? 'approve' : 'refuse');
    const transaction: RunTransaction = { tx, run, now, record };
    const before = run.version;
    const said = { memberId: actingMember(ctx.actor), ...(input.note ? { note: input.note } : {}) };
    record(runStepDecided({ ...stepFactsOf(run, step), attemptId: null, decision: input.decision }));
    if (approved) await finishStep(transaction, step, said);
    else await failStep(transaction, step, { ...said, evidence: { sentence: 'The approval was refused.' } });
    return await actView(transaction, before);
  },
});
