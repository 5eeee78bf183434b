import { policy } from '@/lib/platform/policy';

/** Whoever holds the link of an invitation or a reset, or the password, may use it, signed in already or not. */
const anyPerson = ['ANONYMOUS', 'USER', 'DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN'] as const;

/** A member is own to that person, a session to the one who signed in. Keys change no people, sessions or keys. */
export const memberPolicy = policy({
  'member.list': { yes: ['RESPONDER', 'MANAGER', 'ADMIN', 'CLI'] },
  'member.names': { yes: ['DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN', 'SYSTEM', 'CLI'], key: true },
  'member.read': { yes: ['RESPONDER', 'MANAGER', 'ADMIN', 'SYSTEM', 'CLI'], own: ['USER', 'DEVELOPER'] },
  'member.create': { yes: ['CLI'] },
  'member.invite': { yes: ['ADMIN', 'CLI'] },
  'member.acceptInvitation': { yes: anyPerson },
  'member.setRole': { yes: ['ADMIN', 'CLI'] },
  'member.disable': { yes: ['ADMIN', 'CLI'] },
  'member.enable': { yes: ['ADMIN', 'CLI'] },
  'member.editSelf': { yes: [], own: ['USER', 'DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN'] },
  'member.changePassword': { yes: [], own: ['USER', 'DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN'] },
  'member.requestReset': { yes: anyPerson },
  'member.resetPassword': { yes: [...anyPerson, 'CLI'] },
  'session.start': { yes: anyPerson },
  'session.list': { yes: ['ADMIN'], own: ['USER', 'DEVELOPER', 'RESPONDER', 'MANAGER'] },
  'session.end': { yes: ['ADMIN', 'SYSTEM', 'CLI'], own: ['USER', 'DEVELOPER', 'RESPONDER', 'MANAGER'] },
  'key.list': { yes: ['ADMIN', 'CLI'] },
  'key.create': { yes: ['ADMIN', 'CLI'] },
  'key.revoke': { yes: ['ADMIN', 'CLI'] },
  'team.create': { yes: ['MANAGER', 'ADMIN', 'CLI'] },
  'team.edit': { yes: ['MANAGER', 'ADMIN', 'CLI'] },
});
