import { memberRoleChanged } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { memberViewSchema } from '@/lib/members/queries/views';
import { setRoleInput } from '@/lib/members/schema';
import { assertNotLastAdmin, endSessionsOf, members, memberView } from '@/lib/members/subject';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/**
 * Gives a member another role. Every sign-in of the member ends, so that none was made under another role.
 * @throws AppError `not_found`, `conflict`, `precondition` for the last admin
 */
export const setRole = command({
  input: setRoleInput,
  answer: memberViewSchema,
  subject: members,
  of: (input) => input.memberId,
  allow: permit(memberPolicy, 'member.setRole'),
  run: async ({ tx, input, subject, record }) => {
    if (subject.role === input.role) return memberView(subject);
    await assertNotLastAdmin(tx, subject);
    const row = await members.write(tx, subject, { role: input.role });
    record(memberRoleChanged({ memberId: row.id, from: subject.role, to: row.role }));
    record(...(await endSessionsOf(tx, row.id, 'ROLE_CHANGED')));
    return memberView(row);
  },
});
