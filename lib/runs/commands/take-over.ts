import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { runOperatorChanged } from '@/lib/runs/events';
import { runPolicy } from '@/lib/runs/policy';
import { runActViewSchema } from '@/lib/runs/queries/views';
import { takeOverInput } from '@/lib/runs/schema';
import { factsOf, runs } from '@/lib/runs/subject';
import { assertRunAct } from '@/lib/runs/transitions/assert-act';

/** Whoever calls becomes the operator. @returns `RunActView` */
export const takeOverRun = command({
  name: 'run.takeOver',
  input: takeOverInput,
  answer: runActViewSchema,
  subject: runs,
  of: ({ ref }) => ref,
  allow: permit(runPolicy, 'run.takeOver'),
  run: async ({ tx, subject: run, ctx, record }) => {
    await assertRunAct(tx, run, 'takeOver', 'be taken over');
    const memberId = actingMember(ctx.actor);
    if (!memberId) throw new AppError('precondition', 'Only a person can be the operator of a run.');
    if (memberId === run.operatorId) throw new AppError('conflict', 'You are its operator already.');
    record(runOperatorChanged({ ...factsOf(run), memberId, fromId: run.operatorId }));
    return await runs.write(tx, run, { operatorId: memberId });
  },
});
