import { memberDisabled } from '@/lib/members/events';
import { assertNotLastAdmin, endSessionsOf, lockMember, memberView } from '@/lib/members/member-rows';
import { memberPolicy } from '@/lib/members/policy';
import { memberInput } from '@/lib/members/schema';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Shuts a member out at once, everywhere; what they did stays theirs. @throws AppError `not_found`, `precondition` for the last admin */
export const disableMember = command({
  name: 'member.disable',
  input: memberInput,
  load: async (tx, input) => await lockMember(tx, input.memberId),
  allow: permit(memberPolicy, 'member.disable'),
  run: async ({ tx, subject, now, record }) => {
    if (subject.disabledAt) return memberView(subject);
    assertNotLastAdmin(subject);
    const row = await tx.member.update({
      where: { id: subject.id },
      data: { disabledAt: now, version: { increment: 1 } },
    });
    await tx.passwordReset.updateMany({
      where: { memberId: row.id, usedAt: null },
      data: { expiresAt: now },
    });
    record(memberDisabled({ memberId: row.id }));
    record(...(await endSessionsOf(tx, row.id, 'DISABLED')));
    return memberView(row);
  },
});
