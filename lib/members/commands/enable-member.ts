import { memberEnabled } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { memberViewSchema } from '@/lib/members/queries/views';
import { memberInput } from '@/lib/members/schema';
import { members, memberView } from '@/lib/members/subject';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Lets a disabled member sign in again, with the password they had. @throws AppError `not_found` */
export const enableMember = command({
  input: memberInput,
  answer: memberViewSchema,
  subject: members,
  of: (input) => input.memberId,
  allow: permit(memberPolicy, 'member.enable'),
  run: async ({ tx, subject, record }) => {
    if (!subject.disabledAt) return memberView(subject);
    const row = await members.write(tx, subject, { disabledAt: null });
    record(memberEnabled({ memberId: row.id }));
    return memberView(row);
  },
});
