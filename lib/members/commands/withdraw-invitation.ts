import { invitationWithdrawn } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { invitationInput } from '@/lib/members/schema';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

/** Takes an open invitation back: its link opens nothing any more. @throws AppError `not_found`, `conflict` */
export const withdrawInvitation = command({
  name: 'member.withdrawInvitation',
  input: invitationInput,
  load: async (tx, input) => {
    const [row] = await tx.$queryRaw<{ id: string; accepted: boolean; revoked: boolean }[]>`
      select id, accepted_at is not null as accepted, revoked_at is not null as revoked
      from invitation where id = ${input.invitationId}::uuid for update`;
    if (!row) throw new AppError('not_found', 'There is no such invitation. Open the list of people again.');
    return row;
  },
  allow: permit(memberPolicy, 'member.invite'),
  run: async ({ tx, subject, now, record }) => {
    if (subject.accepted) {
      throw new AppError('conflict', 'The invitation was accepted already. Disable the member instead.');
    }
    if (!subject.revoked) {
      await tx.invitation.update({ where: { id: subject.id }, data: { revokedAt: now } });
      record(invitationWithdrawn({ invitationId: subject.id }));
    }
    return { id: subject.id };
  },
});
