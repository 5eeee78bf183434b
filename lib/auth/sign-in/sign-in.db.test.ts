import { beforeEach, expect, test, vi } from 'vitest';
import { requestContext } from '@/lib/auth/request-context';
import { readDeviceCookie, setCookieHeader } from '@/lib/auth/sessions/cookies';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { disableMember } from '@/lib/members/commands/disable-member';
import { setRole } from '@/lib/members/commands/set-role';
import * as passwords from '@/lib/members/passwords';
import { contextOf, person, testPassword } from '@/lib/members/testing/people';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { recordedAbout } from '@/lib/platform/testing/subject-events';
import { withinOneWindow } from '@/lib/platform/testing/within-one-window';
import { noMatch, type SignedIn, signIn } from './sign-in';
import { signOut } from './sign-out';

testDatabase();

let networks = 0;
const network = () => `block-${++networks}`;
const checked = vi.spyOn(passwords, 'verifyPassword');
beforeEach(() => void checked.mockClear());

const call = (block = network()) => ({ requestId: newId(), addressBlock: hex(block) });
const hex = (text: string) => Buffer.from(text.padEnd(16, '-')).toString('hex');

/** The cookies as a browser sends them back. */
function cookieHeader({ cookies }: SignedIn): string {
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

async function whoIs(cookies: string) {
  return (await requestContext(new Request('http://here/', { headers: { cookie: cookies } }))).actor;
}

const tryAs = (email: string, password: string, block?: string, cookies: string | null = null) =>
  signIn(call(block), { email, password }, cookies);

test('the right password begins a session that requests are known by', async () => {
  const priya = await person('RESPONDER', 'Priya');
  const signedIn = await tryAs(` ${priya.email.toUpperCase()} `, testPassword);
  expect(await whoIs(cookieHeader(signedIn))).toEqual({
    kind: 'member',
    memberId: priya.id,
    role: 'RESPONDER',
    sessionId: signedIn.sessionId,
  });
  expect(await recordedAbout('member', priya.id)).toEqual(['session.started']);
  expect((await db().member.findUniqueOrThrow({ where: { id: priya.id } })).lastSignedInAt).not.toBeNull();
  const stored = await db().session.findUniqueOrThrow({ where: { id: signedIn.sessionId } });
  expect(Buffer.from(stored.tokenHash)).toHaveLength(32);
});

test('the cookie carries the session and nothing else, out of reach of scripts', async () => {
  const priya = await person('RESPONDER');
  const brief = await tryAs(priya.email, testPassword);
  const kept = await signIn(call(), { email: priya.email, password: testPassword, keep: true }, null);
  const [briefCookie, keptCookie] = [brief, kept].map(({ cookies }) => setCookieHeader(cookies[0] as never));
  expect(briefCookie).toMatch(
    /^__Host-next-auth\.session-token=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
  );
  expect(keptCookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Secure; Expires=/);
  expect(brief.token).not.toContain(priya.id);
  const hours = (Date.parse(kept.expiresAt) - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(11.9);
  expect(hours).toBeLessThanOrEqual(12);
});

test('unknown address, wrong password and disabled member get the same answer, after the same work', async () => {
  const [priya, out] = [await person('RESPONDER'), await person('USER')];
  await db().member.update({ where: { id: out.id }, data: { disabledAt: new Date() } });
  const refusals = [
    await tryAs('nobody@example.org', testPassword).catch((error) => error),
    await tryAs(priya.email, 'not the password').catch((error) => error),
    await tryAs(out.email, testPassword).catch((error) => error),
  ];
  expect(checked).toHaveBeenCalledTimes(3);
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ code: 'unauthenticated', message: noMatch, fields: {}, details: {} });
  }
  const costs = checked.mock.calls.map(([hash]) => hash?.split('$').slice(0, 4).join('$') ?? null);
  const cost = '$argon2id$v=19$m=19456,t=2,p=1';
  expect(costs).toEqual([null, cost, cost]);
});

test('each sign-in is a new session, and the one the browser had ends', async () => {
  const priya = await person('RESPONDER');
  const first = await tryAs(priya.email, testPassword);
  const second = await tryAs(priya.email, testPassword, undefined, cookieHeader(first));
  expect(second.token).not.toBe(first.token);
  expect(await whoIs(cookieHeader(first))).toEqual({ kind: 'anonymous' });
  expect(await whoIs(cookieHeader(second))).toMatchObject({ sessionId: second.sessionId });
});

test('signing out, another role, disabling and the end of the time each end the session', async () => {
  const admin = contextOf((await person('ADMIN')).id, 'ADMIN');
  const endings: ((memberId: string, cookies: string, sessionId: string) => Promise<unknown>)[] = [
    async (_id, cookies) =>
      await signOut(await requestContext(new Request('http://here/', { headers: { cookie: cookies } }))),
    async (memberId) => await setRole(admin, { memberId, role: 'USER', version: 1 }),
    async (memberId) => await disableMember(admin, { memberId }),
    async (_id, _cookies, id) =>
      await db().session.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } }),
  ];
  for (const end of endings) {
    const tom = await person('RESPONDER');
    const signedIn = await tryAs(tom.email, testPassword);
    const cookies = cookieHeader(signedIn);
    expect(await whoIs(cookies)).toMatchObject({ memberId: tom.id });
    await end(tom.id, cookies, signedIn.sessionId);
    expect(await whoIs(cookies)).toEqual({ kind: 'anonymous' });
  }
});

test('a network that guesses is held off for a while, with the seconds to wait', () =>
  withinOneWindow(60, async () => {
    checked.mockClear();
    const block = network();
    const priya = await person('RESPONDER');
    const refusals: { code: string; retryAfter?: number; message: string }[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      refusals.push(await tryAs(priya.email, 'a wrong guess', block).catch((error) => error));
    }
    const limited = refusals.filter((refusal) => refusal.code === 'rate_limited');
    expect(limited).toHaveLength(2);
    expect(limited[0]?.retryAfter).toBeGreaterThan(0);
    expect(limited[0]?.message).toMatch(/^Too many tries from this network\. Try again in \d+ (s|min)\.$/);
    expect(checked).toHaveBeenCalledTimes(6);
  }));

test('a try that nobody had time to look at is none', () =>
  withinOneWindow(60, async () => {
    const block = network();
    const priya = await person('RESPONDER');
    for (let tries = 0; tries < 8; tries += 1) {
      checked.mockRejectedValueOnce(new AppError('unavailable', 'Many people are signing in.'));
      await expect(tryAs(priya.email, testPassword, block)).rejects.toMatchObject({ code: 'unavailable' });
    }
    expect(await tryAs(priya.email, testPassword, block)).toMatchObject({ memberId: priya.id });
  }));

test('one network trying one password on many accounts is held off too', () =>
  withinOneWindow(60, async () => {
    const block = network();
    const codes: string[] = [];
    for (let tries = 0; tries < 32; tries += 1) {
      codes.push(
        await tryAs(`guess-${tries}@example.org`, 'a wrong guess', block).catch((error) => error.code),
      );
    }
    expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(2);
  }));

test('nobody can lock somebody out: the right password works from a calm network during an attack', async () => {
  const priya = await person('RESPONDER');
  const attackers = Array.from({ length: 12 }, network);
  await Promise.allSettled(
    attackers.flatMap((block) => [1, 2, 3, 4, 5].map(() => tryAs(priya.email, 'a wrong guess', block))),
  );
  const signedIn = await tryAs(priya.email, testPassword, network());
  expect(signedIn.memberId).toBe(priya.id);
});

test('a browser that is known to the account has tries of its own, even on the attacked network', () =>
  withinOneWindow(60, async () => {
    const block = network();
    const priya = await person('RESPONDER');
    const known = cookieHeader(await tryAs(priya.email, testPassword, block));
    for (let tries = 0; tries < 8; tries += 1)
      await tryAs(priya.email, 'a wrong guess', block).catch(() => {});
    await expect(tryAs(priya.email, testPassword, block)).rejects.toMatchObject({ code: 'rate_limited' });
    expect((await tryAs(priya.email, testPassword, block, known)).memberId).toBe(priya.id);
    const other = await person('RESPONDER');
    for (let tries = 0; tries < 8; tries += 1)
      await tryAs(other.email, 'a wrong guess', block).catch(() => {});
    await expect(tryAs(other.email, testPassword, block, known)).rejects.toMatchObject({
      code: 'rate_limited',
    });
  }));

test('right passwords use nothing up: an office signs in together', async () => {
  const block = network();
  const priya = await person('RESPONDER');
  for (let tries = 0; tries < 10; tries += 1) await tryAs(priya.email, testPassword, block);
});

test('a password changed while signing in refuses the session', async () => {
  const priya = await person('RESPONDER');
  checked.mockImplementationOnce(async () => {
    await db().member.update({ where: { id: priya.id }, data: { passwordHash: 'another' } });
    return true;
  });
  await expect(tryAs(priya.email, testPassword)).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(await db().session.count({ where: { memberId: priya.id } })).toBe(0);
});

test('the mark of a known browser is not a way in and belongs to one account', async () => {
  const priya = await person('RESPONDER');
  const cookies = cookieHeader(await tryAs(priya.email, testPassword));
  const mark = readDeviceCookie(cookies);
  expect(await whoIs(`standby.device=${mark}`)).toEqual({ kind: 'anonymous' });
});
