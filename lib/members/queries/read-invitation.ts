import { z } from 'zod';
import { openInvitation } from '@/lib/members/links/invitation-link';
import { memberPolicy } from '@/lib/members/policy';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { type InvitationView, invitationViewSchema } from './views';

/** What an invitation link opens; reading it changes nothing. @throws AppError `not_found`, `conflict`, `precondition` */
export const readInvitation = query({
  name: 'invitation.read',
  input: z.object({ token: z.string().max(200) }),
  answer: invitationViewSchema.extend({ invitedBy: z.string().nullable() }),
  allow: permit(memberPolicy, 'member.acceptInvitation'),
  run: async ({ db, input }): Promise<InvitationView & { invitedBy: string | null }> => {
    const { id, email, name, role, expiresAt, invitedBy } = await openInvitation(db, input.token);
    return { id, email, name, role, expiresAt: expiresAt.toISOString(), invitedBy };
  },
});
