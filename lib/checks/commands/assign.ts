import { checkAssigned } from '@/lib/checks/events';
import { checkPolicy } from '@/lib/checks/policy';
import { type CheckActView, checkActViewSchema } from '@/lib/checks/queries/views';
import { assertNamed } from '@/lib/checks/references';
import { assignCheckInput } from '@/lib/checks/schema';
import { assertNotClosed, checks } from '@/lib/checks/subject';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Gives a check to somebody, or to nobody. @returns `CheckActView` */
export const assignCheck = command({
  input: assignCheckInput,
  answer: checkActViewSchema,
  subject: checks,
  of: ({ id }) => id,
  allow: permit(checkPolicy, 'check.assign'),
  run: async ({ tx, input, subject, record }): Promise<CheckActView> => {
    assertNotClosed(subject.incident);
    const { assigneeId } = input;
    await assertNamed(tx, { memberId: assigneeId });
    const { id, state, version } = subject;
    if (assigneeId === subject.assigneeId) return { id, state, version };
    record(checkAssigned({ incidentId: subject.incidentId, checkId: id, memberId: assigneeId }));
    return await checks.write(tx, subject, { assigneeId });
  },
});
