import type { StoredEvent } from '@/lib/platform/events';
import * as events from './events';
import { roleLabel } from './schema';

type Event = Pick<StoredEvent, 'type' | 'data'>;

/** Turns the ids of members in events into names; null for one that is not known. */
export interface MemberNames {
  member: (id: string) => string | null;
}

const sessionEnd: Record<events.SessionEndReason, string> = {
  SIGNED_OUT: 'signed out',
  ENDED_BY_MEMBER: 'was signed out',
  REPLACED: 'signed in anew on the same browser',
  ROLE_CHANGED: 'was signed out because the role changed',
  DISABLED: 'was signed out because the account was disabled',
  PASSWORD_CHANGED: 'was signed out because the password changed',
};

const plain: Record<string, string> = {
  [events.memberDisabled.type]: 'was disabled',
  [events.memberEnabled.type]: 'was enabled',
  [events.memberEdited.type]: 'changed the own account',
  [events.passwordResetRequested.type]: 'was sent a link to a new password',
  [events.sessionStarted.type]: 'signed in',
};

function aboutMember(event: Event, who: string): string | null {
  const created = events.memberCreated.read(event);
  if (created) return `${who} was made a member as ${roleLabel[created.role].toLowerCase()}`;
  const joined = events.memberJoined.read(event);
  if (joined) return `${who} accepted an invitation as ${roleLabel[joined.role].toLowerCase()}`;
  const role = events.memberRoleChanged.read(event);
  if (role)
    return `${who} is ${roleLabel[role.to].toLowerCase()} now, was ${roleLabel[role.from].toLowerCase()}`;
  const password = events.passwordChanged.read(event);
  if (password)
    return `${who} ${password.how === 'RESET' ? 'set a new password by a mailed link' : 'changed the password'}`;
  const ended = events.sessionsEnded.read(event);
  if (ended) return `${who} ${sessionEnd[ended.reason]}`;
  const words = plain[event.type];
  return words ? `${who} ${words}` : null;
}

function aboutRest(event: Event): string | null {
  const invited = events.memberInvited.read(event);
  if (invited) return `Somebody was invited as ${roleLabel[invited.role].toLowerCase()}`;
  if (events.invitationWithdrawn.read(event)) return 'An invitation was taken back';
  const key = events.keyCreated.read(event);
  if (key) return `An API key was made with the role ${roleLabel[key.role].toLowerCase()}`;
  if (events.keyRevoked.read(event)) return 'An API key was revoked';
  if (events.teamCreated.read(event)) return 'A team was made';
  return events.teamEdited.read(event) ? 'A team was changed' : null;
}

/** One sentence for the audit; null for events of other nouns. */
export function describeMemberEvent(event: Event, names: MemberNames): string | null {
  const memberId = event.data.memberId;
  const who = (typeof memberId === 'string' ? names.member(memberId) : null) ?? 'A member';
  return aboutMember(event, who) ?? aboutRest(event);
}
