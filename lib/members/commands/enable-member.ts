import { memberEnabled } from '@/lib/members/events';
import { lockMember, memberView } from '@/lib/members/member-rows';
import { memberPolicy } from '@/lib/members/policy';
import { memberInput } from '@/lib/members/schema';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Lets a disabled member sign in again, with the password they had. @throws AppError `not_found` */
export const enableMember = command({
  name: 'member.enable',
  input: memberInput,
  load: async (tx, input) => await lockMember(tx, input.memberId),
  allow: permit(memberPolicy, 'member.enable'),
  run: async ({ tx, subject, record }) => {
    if (!subject.disabledAt) return memberView(subject);
    const row = await tx.member.update({
      where: { id: subject.id },
      data: { disabledAt: null, version: { increment: 1 } },
    });
    record(memberEnabled({ memberId: row.id }));
    return memberView(row);
  },
});
