import { encode } from 'next-auth/jwt';
import { expect, test } from 'vitest';
import { sessionCookieNames } from '@/lib/auth/sessions/cookies';
import { sealSessionToken } from '@/lib/auth/sessions/session-token';
import { signIn } from '@/lib/auth/sign-in/sign-in';
import { closeDatabase, connectDatabase, db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { createKey } from '@/lib/members/commands/create-key';
import { revokeKey } from '@/lib/members/commands/revoke-key';
import { person, testPassword } from '@/lib/members/testing/people';
import { cliContext } from '@/lib/platform/context';
import { newId, newSecret } from '@/lib/platform/ids';
import { installationSecret } from '@/lib/platform/process/environment';
import { requestContext } from './request-context';

const database = testDatabase();

const contextWith = (headers: Record<string, string>) =>
  requestContext(new Request('http://here/', { headers }));
const actorWith = async (headers: Record<string, string>) => (await contextWith(headers)).actor;
const anonymous = { kind: 'anonymous' };

async function sessionToken(): Promise<{ token: string; sessionId: string }> {
  const { email } = await person('RESPONDER');
  return await signIn({ requestId: newId() }, { email, password: testPassword }, null);
}

test('a session is known under both names of the cookie', async () => {
  const { token, sessionId } = await sessionToken();
  for (const name of sessionCookieNames) {
    expect(await actorWith({ cookie: `a=b; ${name}=${token}; c=d` })).toMatchObject({ sessionId });
  }
});

test('a cookie that was not made here is nobody', async () => {
  const { token } = await sessionToken();
  const secret = 'another secret, which is long enough to be one';
  const forged = [
    await encode({ token: { sid: newSecret() }, secret }),
    await encode({ token: { sid: newSecret() }, secret: installationSecret() }),
    await encode({ token: { sub: newId() }, secret: installationSecret() }),
    await encode({ token: { sid: newSecret() }, secret: installationSecret(), maxAge: -60 }),
    await sealSessionToken('short'),
    `${token.slice(0, -2)}xx`,
    'x',
    '',
  ];
  for (const value of forged)
    expect(await actorWith({ cookie: `${sessionCookieNames[1]}=${value}` })).toEqual(anonymous);
  expect(await actorWith({})).toEqual(anonymous);
});

test('when a session was seen last is written once a minute at most', async () => {
  const { token, sessionId } = await sessionToken();
  const seen = async () => (await db().session.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt;
  const cookie = { cookie: `${sessionCookieNames[1]}=${token}` };
  const first = await seen();
  await actorWith(cookie);
  expect(await seen()).toEqual(first);
  await db().session.update({
    where: { id: sessionId },
    data: { lastSeenAt: new Date(Date.now() - 120_000) },
  });
  await actorWith(cookie);
  expect((await seen()).getTime()).toBeGreaterThanOrEqual(first.getTime());
});

test('a key acts with its role until it is revoked', async () => {
  const key = await createKey(cliContext(), { name: 'Alerts', role: 'RESPONDER' });
  const headers = { authorization: `Bearer ${key.secret}` };
  expect(await actorWith(headers)).toEqual({ kind: 'key', keyId: key.id, role: 'RESPONDER' });
  expect((await db().apiKey.findUniqueOrThrow({ where: { id: key.id } })).lastUsedAt).not.toBeNull();
  await revokeKey(cliContext(), { keyId: key.id });
  await expect(actorWith(headers)).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('a key that has ended is refused in a sentence that says when', async () => {
  const key = await createKey(cliContext(), { name: 'Alerts', role: 'RESPONDER' });
  const end = new Date('2026-01-31T09:30:00Z');
  await db().apiKey.update({ where: { id: key.id }, data: { expiresAt: end } });
  await expect(actorWith({ authorization: `Bearer ${key.secret}` })).rejects.toMatchObject({
    code: 'unauthenticated',
    message: 'This API key ended at 2026-01-31 09:30 UTC. Make a new one in the settings.',
  });
});

test('a wrong key is refused instead of being nobody, and wins over a cookie', async () => {
  const { token } = await sessionToken();
  const cookie = `${sessionCookieNames[1]}=${token}`;
  for (const bearer of ['sb_wrong', 'x', `sb_${'a'.repeat(500)}`]) {
    await expect(actorWith({ authorization: `Bearer ${bearer}`, cookie })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  }
  expect(await actorWith({ authorization: 'Basic dTpw', cookie })).toMatchObject({ kind: 'member' });
});

test('the rest of the context comes from checked headers', async () => {
  const ctx = await contextWith({
    'idempotency-key': 'a-key-of-mine',
    'x-standby-address': '203.0.113.9',
    'x-request-id': 'req-12345678',
    'user-agent': 'curl/8',
  });
  expect(ctx).toMatchObject({
    idempotencyKey: 'a-key-of-mine',
    requestId: 'req-12345678',
    userAgent: 'curl/8',
  });
  expect(ctx.addressBlock).toMatch(/^[0-9a-f]{32}$/);
  expect((await contextWith({ 'x-request-id': 'bad id\u00e9' })).requestId).toMatch(/^[0-9a-f-]{36}$/);
  await expect(contextWith({ 'idempotency-key': 'x' })).rejects.toMatchObject({ code: 'invalid' });
});

test('while the database is away a visitor is nobody, and a cookie is answered with “unavailable”', async () => {
  const { token } = await sessionToken();
  await closeDatabase();
  connectDatabase('postgresql://nobody@127.0.0.1:1/none');
  expect(await actorWith({})).toEqual(anonymous);
  await expect(actorWith({ cookie: `${sessionCookieNames[1]}=${token}` })).rejects.toMatchObject({
    code: 'unavailable',
  });
  await closeDatabase();
  connectDatabase(database.url);
});
