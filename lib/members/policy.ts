import { policy } from '@/lib/platform/policy';

/** Whoever holds the link of an invitation or a reset, or the password, may use it, signed in already or not. */
const anyPerson = ['ANONYMOUS', 'USER', 'DEVELOPER', 'RESPONDER'] as const;

/** A member is own to that person, a session to the one who signed in. Keys change no people, sessions or keys. */
export const memberPolicy = policy({
  'member.list': { yes: ['RESPONDER', 'CLI'] },
  'member.names': { yes: ['DEVELOPER', 'RESPONDER', 'SYSTEM', 'CLI'], key: true },
  'member.read': { yes: ['RESPONDER', 'SYSTEM', 'CLI'], own: ['USER', 'DEVELOPER'] },
  'member.create': { yes: ['CLI'] },
  'member.invite': { yes: ['ADMIN', 'CLI'] },
  'member.acceptInvitation': { yes: anyPerson },
  'member.setRole': { yes: ['ADMIN', 'CLI'] },
  'member.disable': { yes: ['ADMIN', 'CLI'] },
  'member.enable': { yes: ['ADMIN', 'CLI'] },
  'member.editSelf': { yes: [], own: ['USER', 'DEVELOPER', 'RESPONDER'] },
  'member.changePassword': { yes: [], own: ['USER', 'DEVELOPER', 'RESPONDER'] },
  'member.requestReset': { yes: anyPerson },
  'member.resetPassword': { yes: [...anyPerson, 'CLI'] },
  'session.start': { yes: anyPerson },
  'session.list': { yes: ['ADMIN'], own: ['USER', 'DEVELOPER', 'RESPONDER'] },
  'session.end': { yes: ['ADMIN', 'SYSTEM', 'CLI'], own: ['USER', 'DEVELOPER', 'RESPONDER'] },
  'key.list': { yes: ['ADMIN', 'CLI'] },
  'key.create': { yes: ['ADMIN', 'CLI'] },
  'key.revoke': { yes: ['ADMIN', 'CLI'] },
  'team.create': { yes: ['MANAGER', 'CLI'] },
  'team.edit': { yes: ['MANAGER', 'CLI'] },
});
