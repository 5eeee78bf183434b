import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { runOperatorChanged } from '@/lib/runs/events';
import { runPolicy } from '@/lib/runs/policy';
import { takeOverInput } from '@/lib/runs/schema';
import { factsOf, runs } from '@/lib/runs/subject';
import { assertRunAct } from '@/lib/runs/transitions/assert-act';
import { runCommand } from '@/lib/runs/transitions/run-command';

/** Whoever calls becomes the operator. @returns `RunActView` */
export const takeOverRun = runCommand({
  input: takeOverInput,
  allow: permit(runPolicy, 'run.takeOver'),
  run: async ({ tx, subject: run, record, memberId }) => {
    await assertRunAct(tx, run, 'takeOver', 'be taken over');
    if (!memberId) throw new AppError('precondition', 'Only a person can be the operator of a run.');
    if (memberId === run.operatorId) throw new AppError('conflict', 'You are its operator already.');
    record(runOperatorChanged({ ...factsOf(run), memberId, fromId: run.operatorId }));
    run.version = (await runs.write(tx, run, { operatorId: memberId })).version;
  },
});
