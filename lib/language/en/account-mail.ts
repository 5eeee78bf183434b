import { exactDuration } from '@/lib/platform/rules/duration';
/** Mails to members about their account. */
export const accountMailTexts = {
  'mail.invitation.subject': (params: { organisation: string }) =>
    `Your invitation to Standby at ${params.organisation}`,
  'mail.invitation.text': (params: { inviter: string | null; organisation: string; role: string }) =>
    `${params.inviter ?? 'An admin'} invites you to the service team of ${params.organisation}, as ${params.role}.`,
  'mail.invitation.button': 'Choose a password and sign in',
  'mail.invitation.expires': (params: { time: string }) => `The link works once, until ${params.time}.`,

  'mail.reset.subject': 'Choose a new password',
  'mail.reset.text': 'Someone, probably you, asked for a new password for your account.',
  'mail.reset.button': 'Choose a new password',
  'mail.reset.expires': (params: { minutes: number }) =>
    `The link works once, for ${exactDuration(params.minutes * 60)}.`,
  'mail.reset.other': 'If it was not you, do nothing: your password stays as it is.',

  'mail.passwordChanged.subject': 'Your password was changed',
  'mail.passwordChanged.text': (params: { time: string }) =>
    `The password of your account was changed at ${params.time}, and you were signed out everywhere else.`,
  'mail.passwordChanged.other': 'If it was not you, ask an admin to disable your account at once.',
};
