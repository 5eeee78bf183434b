import { z } from 'zod';
import { eventId, eventType } from '@/lib/platform/events';
import { roleSchema } from './schema';

const member = z.object({ memberId: eventId });
const aboutMember = ({ memberId }: { memberId: string }) => [{ kind: 'member', id: memberId }];
const invitation = z.object({ invitationId: eventId });
const aboutInvitation = ({ invitationId }: { invitationId: string }) => [
  { kind: 'invitation', id: invitationId },
];

export const memberCreated = eventType('member.created', {
  data: member.extend({ role: roleSchema }),
  subjects: aboutMember,
});

/** The link in the mail is `linkToken('invitation', invitationId)`. */
export const memberInvited = eventType('member.invited', {
  data: invitation.extend({ role: roleSchema }),
  subjects: aboutInvitation,
});
export const invitationWithdrawn = eventType('invitation.withdrawn', {
  data: invitation,
  subjects: aboutInvitation,
});
export const memberJoined = eventType('member.joined', {
  data: member.extend({ invitationId: eventId, role: roleSchema }),
  subjects: (data) => [...aboutMember(data), ...aboutInvitation(data)],
});

export const memberRoleChanged = eventType('member.roleChanged', {
  data: member.extend({ from: roleSchema, to: roleSchema }),
  subjects: aboutMember,
});
export const memberDisabled = eventType('member.disabled', { data: member, subjects: aboutMember });
export const memberEnabled = eventType('member.enabled', { data: member, subjects: aboutMember });
export const memberEdited = eventType('member.edited', {
  data: member.extend({ fields: z.array(z.enum(['name', 'knows', 'timeZone'])) }),
  subjects: aboutMember,
});

/** The link in the mail is `linkToken('password-reset', resetId)`. */
export const passwordResetRequested = eventType('member.resetRequested', {
  data: member.extend({ resetId: eventId }),
  subjects: aboutMember,
});
export const passwordChanged = eventType('member.passwordChanged', {
  data: member.extend({ how: z.enum(['CHANGED', 'RESET']) }),
  subjects: aboutMember,
});

export const sessionEndReasonSchema = z.enum([
  'SIGNED_OUT',
  'ENDED_BY_MEMBER',
  'REPLACED',
  'ROLE_CHANGED',
  'DISABLED',
  'PASSWORD_CHANGED',
]);
export type SessionEndReason = z.infer<typeof sessionEndReasonSchema>;
export const sessionStarted = eventType('session.started', {
  data: member.extend({ sessionId: eventId }),
  subjects: (data) => [...aboutMember(data), { kind: 'session', id: data.sessionId }],
});
export const sessionsEnded = eventType('session.ended', {
  data: member.extend({ sessionIds: z.array(eventId).min(1), reason: sessionEndReasonSchema }),
  subjects: (data) => [...aboutMember(data), ...data.sessionIds.map((id) => ({ kind: 'session', id }))],
});

export const keyCreated = eventType('key.created', {
  data: z.object({ keyId: eventId, role: roleSchema }),
  subjects: (data) => [{ kind: 'key', id: data.keyId }],
});
export const keyRevoked = eventType('key.revoked', {
  data: z.object({ keyId: eventId }),
  subjects: (data) => [{ kind: 'key', id: data.keyId }],
});

const team = z.object({ teamId: eventId });
const aboutTeam = ({ teamId }: { teamId: string }) => [{ kind: 'team', id: teamId }];
export const teamCreated = eventType('team.created', { data: team, subjects: aboutTeam });
export const teamEdited = eventType('team.edited', {
  data: team.extend({ fields: z.array(z.enum(['name', 'capacity', 'leadId', 'memberIds'])) }),
  subjects: aboutTeam,
});
