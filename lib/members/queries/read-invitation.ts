import { z } from 'zod';
import { inTransaction } from '@/lib/database/db';
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
  run: async ({ input }): Promise<InvitationView & { invitedBy: string | null }> => {
    const { id, email, name, role, expiresAt, invitedBy } = await inTransaction((tx) =>
      openInvitation(tx, input.token),
    );
    return { id, email, name, role, expiresAt: expiresAt.toISOString(), invitedBy };
  },
});
