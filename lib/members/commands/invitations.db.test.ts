import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { readInvitation } from '@/lib/members/queries/read-invitation';
import { anonymous, everybody, person, testPassword } from '@/lib/members/testing/people';
import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { linkToken } from '@/lib/platform/secrets/link-token';
import { recordedAbout } from '@/lib/platform/testing/subject-events';
import { acceptInvitation } from './accept-invitation';
import { createMember } from './create-member';
import { invite } from './invite';
import { withdrawInvitation } from './withdraw-invitation';

testDatabase();

const token = (invitationId: string) => linkToken('invitation', invitationId);
const accept = (invitationId: string, password = testPassword, ctx = anonymous()) =>
  acceptInvitation(ctx, { token: token(invitationId), name: 'Ruth', password });

test('an invitation becomes a member with the chosen password, once', async () => {
  const admin = await person('ADMIN');
  const sent = await invite(admin.ctx, { email: ' Ruth@Casework.example ', role: 'USER' });
  expect(sent).toMatchObject({ email: 'ruth@casework.example', role: 'USER' });
  expect(await readInvitation(anonymous(), { token: token(sent.id) })).toMatchObject({ invitedBy: 'Ana' });

  const member = await accept(sent.id);
  expect(member).toMatchObject({
    email: 'ruth@casework.example',
    name: 'Ruth',
    role: 'USER',
    state: 'ACTIVE',
  });
  expect(await recordedAbout('invitation', sent.id)).toEqual(['member.invited', 'member.joined']);
  await expect(accept(sent.id)).rejects.toMatchObject({ code: 'conflict' });
  await expect(readInvitation(anonymous(), { token: token(sent.id) })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('events carry no name and no address', async () => {
  const admin = await person('ADMIN');
  const sent = await invite(admin.ctx, {
    email: 'tilda@casework.example',
    name: 'Tilda Marsh',
    role: 'MANAGER',
  });
  await accept(sent.id);
  const stored = JSON.stringify(await db().event.findMany());
  expect(stored).not.toMatch(/tilda|marsh|casework/i);
});

test('a second invitation to an address takes the place of the first', async () => {
  const admin = await person('ADMIN');
  const first = await invite(admin.ctx, { email: 'jo@casework.example', role: 'USER' });
  const second = await invite(admin.ctx, { email: 'jo@casework.example', role: 'RESPONDER' });
  await expect(accept(first.id)).rejects.toMatchObject({ code: 'precondition' });
  expect((await accept(second.id)).role).toBe('RESPONDER');
  expect(await recordedAbout('invitation', first.id)).toEqual(['member.invited', 'invitation.withdrawn']);
});

test('two invitations to one address at once leave one open', async () => {
  const admin = await person('ADMIN');
  const email = 'twice@casework.example';
  await Promise.all([1, 2, 3].map(() => invite(admin.ctx, { email, role: 'USER' })));
  expect(await db().invitation.count({ where: { email, revokedAt: null } })).toBe(1);
});

test('a repeated request sends one invitation', async () => {
  const admin = await person('ADMIN');
  const ctx = { ...admin.ctx, idempotencyKey: newId() };
  const first = await invite(ctx, { email: 'again@casework.example', role: 'USER' });
  expect(await invite(ctx, { email: 'again@casework.example', role: 'USER' })).toEqual(first);
  expect(await db().invitation.count({ where: { email: 'again@casework.example' } })).toBe(1);
});

test('a link accepted twice at once makes one member', async () => {
  const admin = await person('ADMIN');
  const sent = await invite(admin.ctx, { email: 'once@casework.example', role: 'USER' });
  const results = await Promise.allSettled([accept(sent.id), accept(sent.id)]);
  expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await db().member.count({ where: { email: 'once@casework.example' } })).toBe(1);
});

test('who is a member already is not invited', async () => {
  const admin = await person('ADMIN');
  const other = await person('USER', 'Tom');
  await expect(invite(admin.ctx, { email: other.email, role: 'USER' })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('Tom'),
  });
});

test('a link that was taken back, has run out or was not made here opens nothing', async () => {
  const admin = await person('ADMIN');
  const taken = await invite(admin.ctx, { email: 'taken@casework.example', role: 'USER' });
  await withdrawInvitation(admin.ctx, { invitationId: taken.id });
  await expect(accept(taken.id)).rejects.toMatchObject({ code: 'precondition' });

  const old = await invite(admin.ctx, { email: 'old@casework.example', role: 'USER' });
  await db().invitation.update({ where: { id: old.id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
  await expect(accept(old.id)).rejects.toMatchObject({ code: 'precondition' });

  await expect(accept(newId())).rejects.toMatchObject({ code: 'not_found' });
  const foreign = linkToken('tracking', taken.id);
  await expect(
    acceptInvitation(anonymous(), { token: foreign, name: 'Ruth', password: testPassword }),
  ).rejects.toMatchObject({ code: 'not_found' });
});

test('a password made of the own name is refused, and nothing is left behind', async () => {
  const admin = await person('ADMIN');
  const sent = await invite(admin.ctx, { email: 'ruth.hale@casework.example', role: 'USER' });
  await expect(accept(sent.id, 'RuthHale2026')).rejects.toMatchObject({
    code: 'invalid',
    fields: { password: [expect.stringContaining('easy to guess')] },
  });
  expect(await db().member.count({ where: { email: 'ruth.hale@casework.example' } })).toBe(0);
  await accept(sent.id);
});

test('no invitation is open once its address is a member', async () => {
  const admin = await person('ADMIN');
  const email = 'both@casework.example';
  const sent = await invite(admin.ctx, { email, role: 'ADMIN' });
  await createMember(cliContext(), { email, name: 'Ruth', role: 'USER', password: testPassword });
  expect(await recordedAbout('invitation', sent.id)).toEqual(['member.invited', 'invitation.withdrawn']);
  const told = { code: 'conflict', message: expect.stringContaining('Sign in instead') };
  await expect(accept(sent.id)).rejects.toMatchObject(told);
  await expect(readInvitation(anonymous(), { token: token(sent.id) })).rejects.toMatchObject(told);
});

test('the command line makes a member at once, and one only', async () => {
  const made = {
    email: 'cli@casework.example',
    name: 'Hanna',
    role: 'ADMIN',
    password: testPassword,
  } as const;
  const member = await createMember(cliContext(), made);
  expect(await recordedAbout('member', member.id)).toEqual(['member.created']);
  await expect(createMember(cliContext(), made)).rejects.toMatchObject({ code: 'conflict' });
  for (const ctx of everybody()) {
    const code = ctx.actor.kind === 'anonymous' ? 'unauthenticated' : 'forbidden';
    await expect(createMember(ctx, made)).rejects.toMatchObject({ code });
  }
});
