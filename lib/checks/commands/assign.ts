import { checkAssigned } from '@/lib/checks/events';
import { checkPolicy } from '@/lib/checks/policy';
import { assertNamed } from '@/lib/checks/references';
import { assignCheckInput } from '@/lib/checks/schema';
import {
  assertNotClosed,
  assertSeen,
  type CheckActView,
  lockCheck,
  ownCheck,
  writeCheck,
} from '@/lib/checks/subject';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Gives a check to somebody, or to nobody. @returns `CheckActView` */
export const assignCheck = command({
  name: 'check.assign',
  input: assignCheckInput,
  load: (tx, input) => lockCheck(tx, input.id),
  allow: permit(checkPolicy, 'check.assign', ownCheck),
  run: async ({ tx, input, subject, record }): Promise<CheckActView> => {
    assertNotClosed(subject.incident);
    await assertSeen(tx, 'check', subject, input.version);
    const { assigneeId } = input;
    await assertNamed(tx, { memberId: assigneeId });
    if (assigneeId !== subject.assigneeId) {
      record(checkAssigned({ incidentId: subject.incidentId, checkId: subject.id, memberId: assigneeId }));
    }
    return await writeCheck(tx, subject, { assigneeId });
  },
});
