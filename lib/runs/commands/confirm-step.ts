import { permit } from '@/lib/platform/policy';
import { runPolicy } from '@/lib/runs/policy';
import { confirmInput } from '@/lib/runs/schema';
import { askOwnProbe, assertShown, shownEvidence } from '@/lib/runs/steps/own-probe';
import { stepOf } from '@/lib/runs/subject';
import { announce } from '@/lib/runs/transitions/announce';
import { assertStepAct } from '@/lib/runs/transitions/assert-act';
import { runCommand } from '@/lib/runs/transitions/run-command';
import { finishStep } from '@/lib/runs/transitions/run-transaction';

/**
 * A manual step was done, as its own probe shows, or for a reason although it does not; or, on an announcement, this one
 * is to be made although the run as a whole has no consent. @returns `RunActView`
 */
export const confirmStep = runCommand({
  input: confirmInput,
  allow: permit(runPolicy, 'run.confirmStep'),
  prepare: (_, input) => askOwnProbe(input, 'confirm'),
  run: async ({ tx, input, prepared: asked, subject: run, transaction, memberId }) => {
    const step = stepOf(run, input.stepId);
    await assertStepAct(tx, run, step, 'confirm');
    assertShown(step, asked, input.reason);
    const note = [input.note, asked?.shown === false ? input.reason : null].filter(Boolean).join('\n');
    const said = { memberId, ...(note ? { note } : {}) };
    if (step.kind === 'ANNOUNCEMENT') await announce(transaction, step, { memberId, columns: said });
    else await finishStep(transaction, step, { ...said, ...shownEvidence(step, asked) });
  },
});
