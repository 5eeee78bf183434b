import { memberDisabled } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { memberViewSchema } from '@/lib/members/queries/views';
import { memberInput } from '@/lib/members/schema';
import { assertNotLastAdmin, endResetsOf, endSessionsOf, members, memberView } from '@/lib/members/subject';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Shuts a member out at once, everywhere; what they did stays theirs. @throws AppError `not_found`, `precondition` for the last admin */
export const disableMember = command({
  input: memberInput,
  answer: memberViewSchema,
  subject: members,
  of: (input) => input.memberId,
  allow: permit(memberPolicy, 'member.disable'),
  run: async ({ tx, subject, now, record }) => {
    if (subject.disabledAt) return memberView(subject);
    await assertNotLastAdmin(tx, subject);
    const row = await members.write(tx, subject, { disabledAt: now });
    await endResetsOf(tx, row.id);
    record(memberDisabled({ memberId: row.id }));
    record(...(await endSessionsOf(tx, row.id, 'DISABLED')));
    return memberView(row);
  },
});
