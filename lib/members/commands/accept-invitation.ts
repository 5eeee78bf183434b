import { db } from '@/lib/database/db';
import { memberJoined } from '@/lib/members/events';
import { mailedLinkLimits } from '@/lib/members/limits';
import { openInvitation } from '@/lib/members/links/invitation-link';
import { assertGoodPassword, hashPassword } from '@/lib/members/passwords';
import { memberPolicy } from '@/lib/members/policy';
import { memberViewSchema } from '@/lib/members/queries/views';
import { acceptInvitationInput } from '@/lib/members/schema';
import { lockAddress, memberView } from '@/lib/members/subject';
import { command } from '@/lib/platform/command';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';

/** Makes the invited person a member with the password they chose. @throws AppError `not_found`, `conflict`, `precondition`, `invalid` */
export const acceptInvitation = command({
  input: acceptInvitationInput,
  answer: memberViewSchema,
  load: async (tx, input) => {
    await lockAddress(tx, (await openInvitation(tx, input.token)).email);
    return await openInvitation(tx, input.token, { lock: true });
  },
  allow: permit(memberPolicy, 'member.acceptInvitation'),
  limits: mailedLinkLimits,
  // A link that opens nothing costs no more than the look at it.
  prepare: async (ctx, { token, password }) => {
    await openInvitation(db(), token);
    return await hashPassword(password, ctx);
  },
  run: async ({ tx, input, subject: invitation, prepared, now, record }) => {
    assertGoodPassword(input.password, [invitation.email, input.name]);
    const row = await tx.member.create({
      data: {
        id: newId(),
        email: invitation.email,
        name: input.name,
        role: invitation.role,
        passwordHash: prepared,
      },
    });
    await tx.invitation.update({ where: { id: invitation.id }, data: { acceptedAt: now, memberId: row.id } });
    record(memberJoined({ memberId: row.id, invitationId: invitation.id, role: row.role }));
    return memberView(row);
  },
});
