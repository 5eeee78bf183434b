import { memberDisabled } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { type MemberAndRevokedKeys, memberAndRevokedKeysSchema } from '@/lib/members/queries/views';
import { disableMemberInput } from '@/lib/members/schema';
import {
  assertNotLastAdmin,
  endResetsOf,
  endSessionsOf,
  members,
  memberView,
  revokeKeysOf,
  withdrawInvitations,
} from '@/lib/members/subject';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/**
 * Shuts a member out at once, everywhere, with their open invitations and the keys that they made unless those are to go on; what they did stays
 * theirs. @throws AppError `not_found`, `invalid`, `precondition` for the last admin
 */
export const disableMember = command({
  input: disableMemberInput,
  answer: memberAndRevokedKeysSchema,
  subject: members,
  of: (input) => input.memberId,
  allow: permit(memberPolicy, 'member.disable'),
  run: async ({ tx, input, subject, now, record }): Promise<MemberAndRevokedKeys> => {
    if (subject.disabledAt) return { ...memberView(subject), revokedKeys: [] };
    await assertNotLastAdmin(tx, subject);
    const row = await members.write(tx, subject, { disabledAt: now });
    await endResetsOf(tx, row.id);
    const { revokedKeys, revokedKeyIds } = await revokeKeysOf(tx, row.id, input.exceptKeys);
    record(memberDisabled({ memberId: row.id, revokedKeyIds }));
    record(...(await withdrawInvitations(tx, { invitedById: row.id }, now)));
    record(...(await endSessionsOf(tx, row.id, 'DISABLED')));
    return { ...memberView(row), revokedKeys };
  },
});
