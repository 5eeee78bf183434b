import { memberRoleChanged } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { type MemberAndRevokedKeys, memberAndRevokedKeysSchema } from '@/lib/members/queries/views';
import { isBelow, setRoleInput } from '@/lib/members/schema';
import {
  assertNotLastAdmin,
  endSessionsOf,
  members,
  memberView,
  revokeKeysOf,
  withdrawInvitations,
} from '@/lib/members/subject';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

const noKeys = { revokedKeys: [], revokedKeyIds: [] };

/**
 * Gives a member another role. Every sign-in of the member ends, so that none was made under another role; with a lower
 * one also their open invitations and the keys that they made, unless those are to go on.
 * @throws AppError `not_found`, `conflict`, `invalid`, `precondition` for the last admin
 */
export const setRole = command({
  input: setRoleInput,
  answer: memberAndRevokedKeysSchema,
  subject: members,
  of: (input) => input.memberId,
  allow: permit(memberPolicy, 'member.setRole'),
  run: async ({ tx, input, subject, now, record }): Promise<MemberAndRevokedKeys> => {
    if (subject.role === input.role) return { ...memberView(subject), revokedKeys: [] };
    await assertNotLastAdmin(tx, subject);
    const row = await members.write(tx, subject, { role: input.role });
    const isLower = isBelow(row.role, subject.role);
    const { revokedKeys, revokedKeyIds } = isLower
      ? await revokeKeysOf(tx, row.id, input.exceptKeys)
      : noKeys;
    record(memberRoleChanged({ memberId: row.id, from: subject.role, to: row.role, revokedKeyIds }));
    if (isLower) record(...(await withdrawInvitations(tx, { invitedById: row.id }, now)));
    record(...(await endSessionsOf(tx, row.id, 'ROLE_CHANGED')));
    return { ...memberView(row), revokedKeys };
  },
});
