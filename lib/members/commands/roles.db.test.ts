import { expect, test } from 'vitest';
import { db, pool } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { listPeople } from '@/lib/members/queries/list-people';
import { person } from '@/lib/members/testing/people';
import { newId } from '@/lib/platform/ids';
import { recordedAbout } from '@/lib/platform/testing/subject-events';
import { disableMember } from './disable-member';
import { editSelf } from './edit-self';
import { enableMember } from './enable-member';
import { setRole } from './set-role';

testDatabase();

async function withSession(memberId: string): Promise<string> {
  const id = newId();
  const expiresAt = new Date(Date.now() + 3_600_000);
  await db().session.create({ data: { id, memberId, tokenHash: Buffer.from(newId()), expiresAt } });
  return id;
}
const isGood = async (id: string) =>
  (await db().session.findUniqueOrThrow({ where: { id } })).revokedAt === null;

test('a new role ends the sign-ins that were made under the old one', async () => {
  const [admin, tom] = [await person('ADMIN'), await person('RESPONDER', 'Tom')];
  const sessions = [await withSession(tom.id), await withSession(tom.id)];
  const others = await withSession(admin.id);
  expect(await setRole(admin.ctx, { memberId: tom.id, role: 'MANAGER', version: 1 })).toMatchObject({
    role: 'MANAGER',
    version: 2,
  });
  expect(await Promise.all(sessions.map(isGood))).toEqual([false, false]);
  expect(await isGood(others)).toBe(true);
  expect(await recordedAbout('member', tom.id)).toEqual(['member.roleChanged', 'session.ended']);
});

test('the role somebody has already changes nothing', async () => {
  const [admin, tom] = [await person('ADMIN'), await person('RESPONDER')];
  const session = await withSession(tom.id);
  await setRole(admin.ctx, { memberId: tom.id, role: 'RESPONDER', version: 1 });
  expect(await isGood(session)).toBe(true);
  expect(await recordedAbout('member', tom.id)).toEqual([]);
});

test('a change on a page that shows an older state is told, and overwrites nothing', async () => {
  const [admin, tom] = [await person('ADMIN'), await person('USER', 'Tom')];
  const both = ['RESPONDER', 'MANAGER'] as const;
  const results = await Promise.allSettled(
    both.map((role) => setRole(admin.ctx, { memberId: tom.id, role, version: 1 })),
  );
  const refused = results.find((result) => result.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'conflict', details: { version: 2 } });
  expect(await recordedAbout('member', tom.id)).toEqual(['member.roleChanged']);
});

test('a disabled member is out everywhere, and back when enabled', async () => {
  const [admin, tom] = [await person('ADMIN'), await person('RESPONDER')];
  const session = await withSession(tom.id);
  expect(await disableMember(admin.ctx, { memberId: tom.id })).toMatchObject({ state: 'DISABLED' });
  expect(await isGood(session)).toBe(false);
  await disableMember(admin.ctx, { memberId: tom.id });
  expect(await enableMember(admin.ctx, { memberId: tom.id })).toMatchObject({ state: 'ACTIVE' });
  expect(await recordedAbout('member', tom.id)).toEqual([
    'member.disabled',
    'session.ended',
    'member.enabled',
  ]);
});

test('the last admin stays one', async () => {
  await db().member.updateMany({ where: { role: 'ADMIN' }, data: { disabledAt: new Date() } });
  const [last, manager] = [await person('ADMIN', 'Hanna'), await person('MANAGER')];
  for (const attempt of [
    () => disableMember(last.ctx, { memberId: last.id }),
    () => setRole(last.ctx, { memberId: last.id, role: 'MANAGER', version: 1 }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({
      code: 'precondition',
      message: expect.stringContaining('last admin'),
    });
  }
  await setRole(last.ctx, { memberId: manager.id, role: 'ADMIN', version: 1 });
  await disableMember(last.ctx, { memberId: last.id });
});

test('two admins who demote each other at once leave one', async () => {
  await db().member.updateMany({ where: { role: 'ADMIN' }, data: { disabledAt: new Date() } });
  const [a, b] = [await person('ADMIN'), await person('ADMIN')];
  const results = await Promise.allSettled([
    setRole(a.ctx, { memberId: b.id, role: 'USER', version: 1 }),
    setRole(b.ctx, { memberId: a.id, role: 'USER', version: 1 }),
  ]);
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  expect(await db().member.count({ where: { role: 'ADMIN', disabledAt: null } })).toBe(1);
});

test('what admins do to themselves waits for no other admin', async () => {
  const [admin, other] = [await person('ADMIN'), await person('ADMIN')];
  const holder = await pool().connect();
  await holder.query('begin');
  await holder.query('select from member where id = $1 for update', [other.id]);
  const edited = await editSelf(admin.ctx, { memberId: admin.id, name: 'Ana Luz', version: 1 });
  expect(edited).toMatchObject({ name: 'Ana Luz', version: 2 });
  await holder.query('rollback');
  holder.release();
});

test('everybody edits their own account and nobody another one', async () => {
  const [tom, mei] = [await person('USER', 'Tom'), await person('ADMIN', 'Mei')];
  const edited = {
    memberId: tom.id,
    version: 1,
    name: 'Tom B',
    knows: ['databases'],
    timeZone: 'Europe/London',
  };
  expect(await editSelf(tom.ctx, edited)).toMatchObject({ name: 'Tom B', version: 2 });
  await expect(editSelf(mei.ctx, edited)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(editSelf(tom.ctx, { ...edited, timeZone: 'Mars/Olympus' })).rejects.toMatchObject({
    code: 'invalid',
  });
});

test('the list shows people by name, finds them, and counts who is here', async () => {
  const [admin, priya] = [await person('ADMIN', 'Zora'), await person('RESPONDER', 'Priya')];
  await withSession(priya.id);
  const all = await listPeople(admin.ctx, { show: 'all', find: 'priya' });
  expect(all.people.map((row) => row.id)).toEqual([priya.id]);
  expect(all.people[0]).toMatchObject({ here: true, state: 'ACTIVE', capacity: 1 });
  const here = await listPeople(admin.ctx, { show: 'here', find: '' });
  expect(here.people.map((row) => row.id)).toContain(priya.id);
  expect(here.people.map((row) => row.id)).not.toContain(admin.id);
  const user = await person('USER');
  await expect(listPeople(user.ctx, { show: 'all', find: '' })).rejects.toMatchObject({ code: 'forbidden' });
});

test('who does not say which state they saw overwrites nothing', async () => {
  const [admin, tom] = [await person('ADMIN'), await person('USER', 'Tom')];
  const [role, name] = [
    { memberId: tom.id, role: 'MANAGER' },
    { memberId: tom.id, name: 'Tom B' },
  ];
  for (const attempt of [
    () => setRole(admin.ctx, role as Parameters<typeof setRole>[1]),
    () => editSelf(tom.ctx, name as Parameters<typeof editSelf>[1]),
  ]) {
    await expect(attempt()).rejects.toMatchObject({
      code: 'invalid',
      fields: { version: ['Say which version you saw: it is in the answer that you read.'] },
    });
  }
  expect(await recordedAbout('member', tom.id)).toEqual([]);
});
