import { permit } from '@/lib/platform/policy';
import { runStepDecided } from '@/lib/runs/events';
import { runPolicy } from '@/lib/runs/policy';
import { decideInput } from '@/lib/runs/schema';
import { askOwnProbe, shownEvidence } from '@/lib/runs/steps/own-probe';
import { markRestored } from '@/lib/runs/steps/restored-snapshot';
import { stepFactsOf, stepOf } from '@/lib/runs/subject';
import { assertStepAct } from '@/lib/runs/transitions/assert-act';
import { rerunStep } from '@/lib/runs/transitions/rerun-step';
import { runCommand } from '@/lib/runs/transitions/run-command';
import { failStep, finishStep } from '@/lib/runs/transitions/run-transaction';

/**
 * A person looked and says what became of an automated step that nobody knows of: it was done, it was not, or it is
 * to be sent again. What its own probe, if it has one, does not show by then is an exception. @returns `RunActView`
 */
export const decideStep = runCommand({
  input: decideInput,
  allow: permit(runPolicy, 'run.decideStep'),
  prepare: async (_, input) => (input.decision === 'DONE' ? await askOwnProbe(input, 'decide') : null),
  run: async ({ tx, input, prepared: asked, subject: run, record, transaction, memberId }) => {
    const { stepId, decision, note } = input;
    const step = stepOf(run, stepId);
    await assertStepAct(tx, run, step, 'decide');
    if (step.attempt) {
      await tx.stepAttempt.update({
        where: { id: step.attempt.id },
        data: { decision, decidedById: memberId },
      });
    }
    const attemptId = step.attempt?.id ?? null;
    record(runStepDecided({ ...stepFactsOf(run, step), attemptId, decision }));
    if (decision === 'AGAIN') await rerunStep(transaction, step, { memberId, note });
    else if (decision === 'FAILED') await failStep(transaction, step, { memberId, note });
    else {
      await markRestored(transaction, step);
      await finishStep(transaction, step, { memberId, note, ...shownEvidence(step, asked) });
    }
  },
});
