import type { Around, PlannedMail, Recipient } from '@/lib/deliveries/mails/planned-mail';
import { type Role, roleLabel } from '@/lib/members/schema';
import { type MailBlock, slot } from './mail';
import { mailWords } from './words';

const locale = 'en';

export interface InvitationFacts {
  id: string;
  email: string;
  name: string | null;
  role: Role;
  invitedBy: string | null;
  expiresAt: Date;
}

const text = (words: string): MailBlock => ({ kind: 'text', text: words });

export function invitationMail(invitation: InvitationFacts, around: Around): PlannedMail {
  const { t, when, organisation } = mailWords(locale, around);
  const { id, name, email, expiresAt } = invitation;
  const subject = t('mail.invitation.subject', { organisation });
  const given = {
    inviter: invitation.invitedBy,
    organisation,
    role: roleLabel[invitation.role].toLowerCase(),
  };
  return {
    purpose: 'invitation',
    recipients: [
      { kind: 'INVITED', id, name, address: email, variables: { notAfter: expiresAt.toISOString() } },
    ],
    mail: {
      locale,
      subject,
      heading: subject,
      blocks: [
        text(t('mail.invitation.text', given)),
        { kind: 'button', label: t('mail.invitation.button'), href: slot('open') },
        { kind: 'small', text: t('mail.invitation.expires', { time: when(expiresAt) }) },
      ],
      footer: [],
    },
  };
}

/** `resetId` is the request's row, whose link the mail holds. */
export function resetMail(
  member: Recipient,
  reset: { id: string; expiresAt: Date },
  around: Around,
): PlannedMail {
  const { t } = mailWords(locale, around);
  const minutes = Math.round((reset.expiresAt.getTime() - around.at.getTime()) / 60_000);
  return {
    purpose: 'password-reset',
    recipients: [{ ...member, variables: { tokenId: reset.id, notAfter: reset.expiresAt.toISOString() } }],
    mail: {
      locale,
      subject: t('mail.reset.subject'),
      heading: t('mail.reset.subject'),
      blocks: [
        text(t('mail.reset.text')),
        { kind: 'button', label: t('mail.reset.button'), href: slot('open') },
        { kind: 'small', text: `${t('mail.reset.expires', { minutes })} ${t('mail.reset.other')}` },
      ],
      footer: [],
    },
  };
}

export function passwordChangedMail(member: Recipient, around: Around): PlannedMail {
  const { t, when } = mailWords(locale, around);
  return {
    purpose: 'password-changed',
    recipients: [member],
    mail: {
      locale,
      subject: t('mail.passwordChanged.subject'),
      heading: t('mail.passwordChanged.subject'),
      blocks: [
        text(t('mail.passwordChanged.text', { time: when(around.at) })),
        text(t('mail.passwordChanged.other')),
      ],
      footer: [],
    },
  };
}
