import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { verifyPassword } from '@/lib/members/passwords';
import { readReset } from '@/lib/members/queries/read-reset';
import { anonymous, type Person, person, testPassword } from '@/lib/members/testing/people';
import { newId } from '@/lib/platform/ids';
import { linkToken } from '@/lib/platform/secrets/link-token';
import { recordedAbout } from '@/lib/platform/testing/subject-events';
import { withinOneWindow } from '@/lib/platform/testing/within-one-window';
import { changePassword } from './change-password';
import { disableMember } from './disable-member';
import { enableMember } from './enable-member';
import { requestReset } from './request-reset';
import { resetPassword } from './reset-password';

testDatabase();

const next = 'nine loud owls by moonlight';

async function askedBy(member: Person): Promise<string> {
  await requestReset(anonymous({ addressBlock: newId() }), { email: member.email });
  const reset = await db().passwordReset.findFirstOrThrow({
    where: { memberId: member.id },
    orderBy: { createdAt: 'desc' },
  });
  return linkToken('password-reset', reset.id);
}

async function hasPassword(id: string, password: string): Promise<boolean> {
  return await verifyPassword(
    (await db().member.findUniqueOrThrow({ where: { id } })).passwordHash,
    password,
  );
}

async function sessionOf(memberId: string, id = newId()): Promise<string> {
  const expiresAt = new Date(Date.now() + 3_600_000);
  await db().session.create({ data: { id, memberId, tokenHash: Buffer.from(newId()), expiresAt } });
  return id;
}
const goodSessions = async (memberId: string) =>
  (await db().session.findMany({ where: { memberId, revokedAt: null } })).map((row) => row.id);

test('a mailed link sets a new password once and signs out everywhere', async () => {
  const tom = await person('RESPONDER', 'Tom');
  await sessionOf(tom.id);
  const token = await askedBy(tom);
  expect(await readReset(anonymous(), { token })).toEqual({ email: tom.email });
  await resetPassword(anonymous(), { token, password: next });
  expect(await hasPassword(tom.id, next)).toBe(true);
  expect(await hasPassword(tom.id, testPassword)).toBe(false);
  expect(await goodSessions(tom.id)).toEqual([]);
  expect(await recordedAbout('member', tom.id)).toEqual([
    'member.resetRequested',
    'member.passwordChanged',
    'session.ended',
  ]);
  await expect(resetPassword(anonymous(), { token, password: testPassword })).rejects.toMatchObject({
    code: 'precondition',
  });
});

test('using one link uses up the earlier ones', async () => {
  const tom = await person('USER');
  const [first, second] = [await askedBy(tom), await askedBy(tom)];
  await resetPassword(anonymous(), { token: second, password: next });
  await expect(resetPassword(anonymous(), { token: first, password: next })).rejects.toMatchObject({
    code: 'precondition',
  });
});

test.each<[string, (tom: Person) => Promise<unknown>]>([
  [
    'after a change of the password',
    (tom) => changePassword(tom.ctx, { memberId: tom.id, current: testPassword, password: next }),
  ],
  [
    'when the account was disabled, also once it is enabled again',
    async ({ id: memberId }) => {
      const admin = await person('ADMIN');
      await disableMember(admin.ctx, { memberId });
      await enableMember(admin.ctx, { memberId });
    },
  ],
])('no mailed link opens anything %s', async (_, happens) => {
  const tom = await person('RESPONDER', 'Tom');
  const links = [await askedBy(tom), await askedBy(tom)];
  const other = await person('USER');
  const ofOther = await askedBy(other);
  await happens(tom);
  for (const token of links) {
    const refused = { code: 'precondition' };
    await expect(readReset(anonymous(), { token })).rejects.toMatchObject(refused);
    await expect(
      resetPassword(anonymous(), { token, password: 'ten tame foxes at dusk' }),
    ).rejects.toMatchObject(refused);
  }
  expect(await readReset(anonymous(), { token: ofOther })).toEqual({ email: other.email });
});

test('of two links and a change at once one sets the password, and none opens anything afterwards', async () => {
  const tom = await person('RESPONDER');
  const links = [await askedBy(tom), await askedBy(tom)];
  const done = await Promise.allSettled([
    ...links.map((token) => resetPassword(anonymous(), { token, password: next })),
    changePassword(tom.ctx, { memberId: tom.id, current: testPassword, password: next }),
  ]);
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const codes = done.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
  expect(['precondition', 'invalid']).toEqual(expect.arrayContaining(codes));
  expect(await db().passwordReset.count({ where: { memberId: tom.id, usedAt: null } })).toBe(0);
});

test('the answer is the same for an unknown address and a disabled member, and nothing is made', async () => {
  const out = await person('USER');
  await db().member.update({ where: { id: out.id }, data: { disabledAt: new Date() } });
  const before = await db().passwordReset.count();
  const events = await db().event.count();
  const known = await person('USER');
  const answers = [
    await requestReset(anonymous(), { email: 'nobody@example.org' }),
    await requestReset(anonymous(), { email: out.email }),
  ];
  expect([await db().passwordReset.count(), await db().event.count()]).toEqual([before, events]);
  answers.push(await requestReset(anonymous(), { email: known.email }));
  expect(new Set(answers).size).toBe(1);
});

test('a link that has run out, of a disabled member, or for another purpose opens nothing', async () => {
  const tom = await person('USER');
  const old = await askedBy(tom);
  await db().passwordReset.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
  await expect(readReset(anonymous(), { token: old })).rejects.toMatchObject({ code: 'precondition' });

  const open = await askedBy(tom);
  await db().member.update({ where: { id: tom.id }, data: { disabledAt: new Date() } });
  await expect(resetPassword(anonymous(), { token: open, password: next })).rejects.toMatchObject({
    code: 'precondition',
  });
  const foreign = linkToken('invitation', newId());
  await expect(resetPassword(anonymous(), { token: foreign, password: next })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('the own password changes with the old one, and the other devices are signed out', async () => {
  const tom = await person('MANAGER', 'Tom');
  await sessionOf(tom.id);
  const here = await sessionOf(tom.id, tom.ctx.actor.sessionId);
  const input = { memberId: tom.id, current: testPassword, password: next };
  await expect(changePassword(tom.ctx, { ...input, current: 'not this one' })).rejects.toMatchObject({
    code: 'invalid',
    fields: { current: [expect.any(String)] },
  });
  await changePassword(tom.ctx, input);
  expect(await hasPassword(tom.id, next)).toBe(true);
  expect(await goodSessions(tom.id)).toEqual([here]);
});

test('guessing the old password on an open screen is limited', () =>
  withinOneWindow(900, async () => {
    const tom = await person('USER');
    const guess = () => changePassword(tom.ctx, { memberId: tom.id, current: 'a guess', password: next });
    const codes: string[] = [];
    for (let tries = 0; tries < 12; tries += 1) codes.push(await guess().catch((error) => error.code));
    expect(codes.filter((code) => code === 'invalid')).toHaveLength(10);
    expect(codes.at(-1)).toBe('rate_limited');
  }));
