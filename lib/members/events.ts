import { z } from 'zod';
import { eventType, type Names, ref } from '@/lib/platform/events/event-type';
import { type Role, roleLabel, roleSchema } from './schema';

const member = { memberId: ref('member') };
const invitation = { invitationId: ref('invitation') };

const memberName = ({ memberId }: { memberId: string }, names: Names) =>
  names('member', memberId) ?? 'A member';
const as = (role: Role) => roleLabel[role].toLowerCase();

export const memberCreated = eventType('member.created', {
  data: { ...member, role: roleSchema },
  subjects: ['memberId'],
  says: (data, names) => `${memberName(data, names)} was made a member as ${as(data.role)}`,
});

/** The link in the mail is `linkToken('invitation', invitationId)`. */
export const memberInvited = eventType('member.invited', {
  data: { ...invitation, role: roleSchema },
  subjects: ['invitationId'],
  says: ({ role }) => `Somebody was invited as ${as(role)}`,
});
export const invitationWithdrawn = eventType('invitation.withdrawn', {
  data: invitation,
  subjects: ['invitationId'],
  says: () => 'An invitation was taken back',
});
export const memberJoined = eventType('member.joined', {
  data: { ...member, ...invitation, role: roleSchema },
  subjects: ['memberId', 'invitationId'],
  says: (data, names) => `${memberName(data, names)} accepted an invitation as ${as(data.role)}`,
});

/** Keys that the member made, and that ended with what they may. */
const withKeys = { ...member, revokedKeyIds: z.array(ref('key')).default([]) };

function revokedWith({ revokedKeyIds: ids }: { revokedKeyIds: string[] }, names: Names): string {
  if (ids.length === 0) return '';
  return `, API keys revoked with it: ${ids.map((id) => names('key', id) ?? 'one of them').join(', ')}`;
}

export const memberRoleChanged = eventType('member.roleChanged', {
  data: { ...withKeys, from: roleSchema, to: roleSchema },
  subjects: ['memberId', 'revokedKeyIds'],
  says: (data, names) =>
    `${memberName(data, names)} is ${as(data.to)} now, was ${as(data.from)}${revokedWith(data, names)}`,
});
export const memberDisabled = eventType('member.disabled', {
  data: withKeys,
  subjects: ['memberId', 'revokedKeyIds'],
  says: (data, names) => `${memberName(data, names)} was disabled${revokedWith(data, names)}`,
});
export const memberEnabled = eventType('member.enabled', {
  data: member,
  subjects: ['memberId'],
  says: (data, names) => `${memberName(data, names)} was enabled`,
});
export const memberEdited = eventType('member.edited', {
  data: { ...member, fields: z.array(z.enum(['name', 'knows', 'timeZone'])) },
  subjects: ['memberId'],
  says: (data, names) => `${memberName(data, names)} changed their account`,
});

/** The link in the mail is `linkToken('password-reset', resetId)`. */
export const passwordResetRequested = eventType('member.resetRequested', {
  data: { ...member, resetId: ref('passwordReset') },
  subjects: ['memberId'],
  says: (data, names) => `${memberName(data, names)} was sent a link to a new password`,
});
export const passwordChanged = eventType('member.passwordChanged', {
  data: { ...member, how: z.enum(['CHANGED', 'RESET']) },
  subjects: ['memberId'],
  says: (data, names) =>
    `${memberName(data, names)} ${data.how === 'RESET' ? 'set a new password by a mailed link' : 'changed the password'}`,
});

const sessionEndReasonSchema = z.enum([
  'SIGNED_OUT',
  'ENDED_BY_MEMBER',
  'REPLACED',
  'ROLE_CHANGED',
  'DISABLED',
  'PASSWORD_CHANGED',
]);
export type SessionEndReason = z.infer<typeof sessionEndReasonSchema>;

const ended: Record<SessionEndReason, string> = {
  SIGNED_OUT: 'signed out',
  ENDED_BY_MEMBER: 'was signed out',
  REPLACED: 'signed in anew on the same browser',
  ROLE_CHANGED: 'was signed out because the role changed',
  DISABLED: 'was signed out because the account was disabled',
  PASSWORD_CHANGED: 'was signed out because the password changed',
};

export const sessionStarted = eventType('session.started', {
  data: { ...member, sessionId: ref('session') },
  subjects: ['memberId', 'sessionId'],
  says: (data, names) => `${memberName(data, names)} signed in`,
});
export const sessionsEnded = eventType('session.ended', {
  data: { ...member, sessionIds: z.array(ref('session')).min(1), reason: sessionEndReasonSchema },
  subjects: ['memberId', 'sessionIds'],
  says: (data, names) => `${memberName(data, names)} ${ended[data.reason]}`,
});

export const keyCreated = eventType('key.created', {
  data: { keyId: ref('key'), role: roleSchema },
  subjects: ['keyId'],
  says: ({ role }) => `An API key was made with the role ${as(role)}`,
});
export const keyRevoked = eventType('key.revoked', {
  data: { keyId: ref('key') },
  subjects: ['keyId'],
  says: () => 'An API key was revoked',
});

export const teamCreated = eventType('team.created', {
  data: { teamId: ref('team') },
  subjects: ['teamId'],
  says: () => 'A team was made',
});
export const teamEdited = eventType('team.edited', {
  data: { teamId: ref('team'), fields: z.array(z.enum(['name', 'capacity', 'leadId', 'memberIds'])) },
  subjects: ['teamId'],
  says: () => 'A team was changed',
});
