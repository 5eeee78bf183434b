import { permit } from '@/lib/platform/policy';
import { runStepDecided } from '@/lib/runs/events';
import { runPolicy } from '@/lib/runs/policy';
import { approveInput } from '@/lib/runs/schema';
import { stepFactsOf, stepOf } from '@/lib/runs/subject';
import { assertStepAct } from '@/lib/runs/transitions/assert-act';
import { runCommand } from '@/lib/runs/transitions/run-command';
import { failStep, finishStep } from '@/lib/runs/transitions/run-transaction';

/** A manager lets the run go on, or not. Refused, the step fails, and the plan says what follows. @returns `RunActView` */
export const approveStep = runCommand({
  input: approveInput,
  allow: permit(runPolicy, 'run.approveStep'),
  run: async ({ tx, input, subject: run, record, transaction, memberId }) => {
    const step = stepOf(run, input.stepId);
    const approved = input.decision === 'APPROVE';
    await assertStepAct(tx, run, step, approved ? 'approve' : 'refuse');
    const said = { memberId, ...(input.note ? { note: input.note } : {}) };
    record(runStepDecided({ ...stepFactsOf(run, step), attemptId: null, decision: input.decision }));
    if (approved) await finishStep(transaction, step, said);
    else await failStep(transaction, step, { ...said, evidence: { sentence: 'The approval was refused.' } });
  },
});
