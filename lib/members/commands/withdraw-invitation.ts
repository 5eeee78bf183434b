import { invitationWithdrawn } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { invitationInput } from '@/lib/members/schema';
import { invitations } from '@/lib/members/subject';
import { idSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

/** Takes an open invitation back: its link opens nothing any more. @throws AppError `not_found`, `conflict` */
export const withdrawInvitation = command({
  name: 'member.withdrawInvitation',
  input: invitationInput,
  answer: idSchema,
  subject: invitations,
  of: (input) => input.invitationId,
  allow: permit(memberPolicy, 'member.invite'),
  run: async ({ tx, subject, now, record }) => {
    if (subject.acceptedAt) {
      throw new AppError('conflict', 'The invitation was accepted already. Disable the member instead.');
    }
    if (!subject.revokedAt) {
      await tx.invitation.update({ where: { id: subject.id }, data: { revokedAt: now } });
      record(invitationWithdrawn({ invitationId: subject.id }));
    }
    return { id: subject.id };
  },
});
