import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { runStepDecided } from '@/lib/runs/events';
import { assertStepAct } from '@/lib/runs/last-act';
import { runPolicy } from '@/lib/runs/policy';
import { runActViewSchema } from '@/lib/runs/queries/views';
import { markRestored } from '@/lib/runs/restored';
import { decideInput } from '@/lib/runs/schema';
import { runs, stepFactsOf, stepOf } from '@/lib/runs/subject';
import { tryAgain } from '@/lib/runs/try-again';
import { actView, failStep, finishStep, type Turn } from '@/lib/runs/turn';

/**
 * A person looked and says what became of an automated step that nobody knows of: it was done, it was not, or it is
 * to be sent again. @returns `RunActView`
 */
export const decideStep = command({
  name: 'run.decideStep',
  input: decideInput,
  answer: runActViewSchema,
  subject: runs,
  of: ({ ref }) => ref,
  allow: permit(runPolicy, 'run.decideStep'),
  run: async ({ tx, input: { stepId, decision, note }, subject: run, ctx, now, record }) => {
    const step = stepOf(run, stepId);
    await assertStepAct(tx, run, step, 'decide');
    const turn: Turn = { tx, run, now, record };
    const before = run.version;
    const memberId = actingMember(ctx.actor);
    if (step.attempt) {
      await tx.stepAttempt.update({
        where: { id: step.attempt.id },
        data: { decision, decidedById: memberId },
      });
    }
    const attemptId = step.attempt?.id ?? null;
    record(runStepDecided({ ...stepFactsOf(run, step), attemptId, decision }));
    if (decision === 'AGAIN') await tryAgain(turn, step, { memberId, note });
    else if (decision === 'FAILED') await failStep(turn, step, { memberId, note });
    else {
      await markRestored(turn, step);
      await finishStep(turn, step, { memberId, note });
    }
    return await actView(turn, before);
  },
});
