import { expect, test } from 'vitest';
import type { Actor, Role } from './context';
import { newId } from './ids';
import { allowed, type PolicyRow, policy, refusalOf } from './policy';

const member = (role: Role): Actor => ({ kind: 'member', memberId: newId(), role, sessionId: newId() });
const key = (role: Role): Actor => ({ kind: 'key', keyId: newId(), role });
const visitor: Actor = { kind: 'anonymous' };
const reporter: Actor = { kind: 'reporter', reportId: newId() };
const subscriber: Actor = { kind: 'subscriber', subscriberId: newId() };

const row: PolicyRow = { yes: ['RESPONDER', 'SYSTEM'], own: ['REPORTER', 'DEVELOPER'], key: true };
const withoutKeys: PolicyRow = { yes: ['RESPONDER', 'CALLBACK', 'CLI', 'ANONYMOUS', 'SUBSCRIBER'] };

test.each<[what: string, row: PolicyRow, actor: Actor, other: boolean, own: boolean]>([
  ['a role that may, any subject', row, member('RESPONDER'), true, true],
  ['a role that may, its own only', row, member('DEVELOPER'), false, true],
  ['a role that may not', row, member('USER'), false, false],
  ['a higher role that is not named', row, member('ADMIN'), false, false],
  ['a key of a role that may', row, key('RESPONDER'), true, true],
  ['a key of a role with its own only', row, key('DEVELOPER'), false, true],
  ['a key of a role that may not', row, key('USER'), false, false],
  ['a key where keys may not', withoutKeys, key('RESPONDER'), false, false],
  ['a member where keys may not', withoutKeys, member('RESPONDER'), true, true],
  ['a reporter, their own only', row, reporter, false, true],
  ['a visitor who is not named', row, visitor, false, false],
  ['a visitor who is', withoutKeys, visitor, true, true],
  ['a subscriber who is not named', row, subscriber, false, false],
  ['a subscriber who is', withoutKeys, subscriber, true, true],
  ['Standby itself', row, { kind: 'system', part: 'test' }, true, true],
  ['the command line', withoutKeys, { kind: 'cli' }, true, true],
  ['an automation that calls back', withoutKeys, { kind: 'callback', attemptId: newId() }, true, true],
])('%s', (_, asked, actor, other, own) => {
  expect([allowed(asked, actor, false), allowed(asked, actor, true)]).toEqual([other, own]);
});

const rows = policy({
  respond: { yes: ['RESPONDER'], own: ['DEVELOPER'] },
  manage: { yes: ['MANAGER'], key: true },
  administer: { yes: ['ADMIN'] },
  machine: { yes: ['SYSTEM'] },
  own: { yes: [], own: ['REPORTER', 'USER'] },
});
const signsIn = 'It takes a responder, a manager or an admin who signs in.';

test.each<[act: keyof typeof rows, actor: Actor, sentence: string]>([
  [
    'respond',
    member('USER'),
    'Your role does not allow this. Ask a responder, a manager or an admin of your team.',
  ],
  [
    'respond',
    member('DEVELOPER'),
    'You may do this only where it is your own. Ask a responder, a manager or an admin.',
  ],
  ['manage', member('RESPONDER'), 'Your role does not allow this. Ask a manager or an admin of your team.'],
  ['administer', member('MANAGER'), 'Your role does not allow this. Ask an admin of your team.'],
  ['machine', member('ADMIN'), 'Nobody who signs in may do this.'],
  ['own', member('ADMIN'), 'Only the person whose own it is may do this.'],
  ['respond', key('ADMIN'), `An API key may not do this. ${signsIn}`],
  [
    'manage',
    key('RESPONDER'),
    'This API key has the role responder, which does not allow this. Use a key with the role of a manager or an admin.',
  ],
  ['machine', key('ADMIN'), 'An API key may not do this.'],
  ['respond', reporter, 'This link does not allow this. Ask a responder, a manager or an admin.'],
])('who is refused %s reads who may instead', (act, actor, sentence) => {
  expect(refusalOf(actor, rows[act])).toBe(sentence);
});
