import { memberInvited, passwordChanged, passwordResetRequested } from '@/lib/members/events';
import { type Role, roleLabel } from '@/lib/members/schema';
import { membersById } from './facts/members';
import { mailKind } from './mail-kind';
import { button, small, text } from './parts/blocks';

interface InvitationFacts {
  id: string;
  email: string;
  name: string | null;
  role: Role;
  invitedBy: { name: string } | null;
  expiresAt: Date;
}

export const invitationMail = mailKind({
  when: memberInvited,
  purpose: 'invitation',
  facts: async (tx, { data }): Promise<InvitationFacts | null> =>
    await tx.invitation.findUnique({
      where: { id: data.invitationId, acceptedAt: null, revokedAt: null },
      select: {
        id: true,
        email: true,
        name: true,
        role: true,
        expiresAt: true,
        invitedBy: { select: { name: true } },
      },
    }),
  to: ({ id, name, email: address, expiresAt }) => [
    { kind: 'INVITED', id, name, address, locale: 'en', variables: { notAfter: expiresAt.toISOString() } },
  ],
  words: ({ role, invitedBy, expiresAt }, { t, when, organisation }) => {
    const given = { inviter: invitedBy?.name ?? null, organisation, role: roleLabel[role].toLowerCase() };
    return {
      subject: t('mail.invitation.subject', { organisation }),
      blocks: [
        text(t('mail.invitation.text', given)),
        button(t('mail.invitation.button')),
        small(t('mail.invitation.expires', { time: when(expiresAt) })),
      ],
    };
  },
});

/** Its link is that of the request's row. */
export const passwordResetMail = mailKind({
  when: passwordResetRequested,
  purpose: 'password-reset',
  facts: async (tx, { data }) => {
    const [member] = await membersById(tx, [data.memberId]);
    const reset = await tx.passwordReset.findUnique({
      where: { id: data.resetId, usedAt: null },
      select: { id: true, expiresAt: true },
    });
    return member && reset && { member, reset };
  },
  to: ({ member, reset: { id: tokenId, expiresAt } }) => [
    { ...member, variables: { tokenId, notAfter: expiresAt.toISOString() } },
  ],
  words: ({ reset }, { t, at }) => {
    const minutes = Math.round((reset.expiresAt.getTime() - at.getTime()) / 60_000);
    return {
      subject: t('mail.reset.subject'),
      blocks: [
        text(t('mail.reset.text')),
        button(t('mail.reset.button')),
        small(`${t('mail.reset.expires', { minutes })} ${t('mail.reset.other')}`),
      ],
    };
  },
});

export const passwordChangedMail = mailKind({
  when: passwordChanged,
  purpose: 'password-changed',
  facts: async (tx, { data }) => await membersById(tx, [data.memberId]),
  to: (members) => members,
  words: (_, { t, when, at }) => ({
    subject: t('mail.passwordChanged.subject'),
    blocks: [text(t('mail.passwordChanged.text', { time: when(at) })), text(t('mail.passwordChanged.other'))],
  }),
});
