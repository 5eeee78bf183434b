import { describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { listKeys } from '@/lib/members/queries/list-keys';
import { daysAfter } from '@/lib/members/rules/key-end';
import { type Person, person } from '@/lib/members/testing/people';
import { sha256 } from '@/lib/platform/audit/canonical-json';
import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { recordedAbout } from '@/lib/platform/testing/subject-events';
import { createKey } from './create-key';
import { disableMember } from './disable-member';
import { invite } from './invite';
import { revokeKey } from './revoke-key';
import { setRole } from './set-role';

testDatabase();

test('a key is shown once and stored as a hash', async () => {
  const admin = await person('ADMIN', 'Hanna');
  const key = await createKey(admin.ctx, { name: 'Alerts', role: 'RESPONDER' });
  expect(key.secret).toMatch(/^sb_[A-Za-z0-9_-]{43}$/);
  expect(key.secret?.startsWith(key.prefix)).toBe(true);
  const [listed] = await listKeys(admin.ctx, {});
  expect(listed).toMatchObject({ name: 'Alerts', prefix: key.prefix, createdBy: 'Hanna', lastUsedAt: null });
  const stored = JSON.stringify([await db().apiKey.findMany(), await db().event.findMany()]);
  expect(stored).not.toContain(key.secret);
  expect(await recordedAbout('key', key.id)).toEqual(['key.created']);
});

test('a repeated request answers the same key without its secret, which is stored nowhere', async () => {
  const ctx = cliContext({ idempotencyKey: newId() });
  const first = await createKey(ctx, { name: 'Once', role: 'USER' });
  const second = await createKey(ctx, { name: 'Once', role: 'USER' });
  expect(second).toEqual({ ...first, secret: null });
  const answers = JSON.stringify(await db().idempotencyKey.findMany());
  expect(answers).not.toContain(first.secret);
});

test('a revoked key stays in the list', async () => {
  const admin = await person('ADMIN');
  const key = await createKey(admin.ctx, { name: 'Old', role: 'USER' });
  await revokeKey(admin.ctx, { keyId: key.id });
  await revokeKey(admin.ctx, { keyId: key.id });
  const listed = (await listKeys(admin.ctx, {})).find((row) => row.id === key.id);
  expect(listed?.revokedAt).not.toBeNull();
  expect(await recordedAbout('key', key.id)).toEqual(['key.created', 'key.revoked']);
  await expect(revokeKey(admin.ctx, { keyId: newId() })).rejects.toMatchObject({ code: 'not_found' });
});

const daysAhead = (days: number) => daysAfter(new Date(), days);
const dayAhead = (days: number) => daysAhead(days).toISOString().slice(0, 10);

test('a key ends after a year, or at the end of the day that was chosen, and says so in the list', async () => {
  const admin = await person('ADMIN');
  const [usual, chosen] = [
    await createKey(admin.ctx, { name: 'Usual', role: 'USER' }),
    await createKey(admin.ctx, { name: 'Chosen', role: 'USER', lastDay: dayAhead(30) }),
  ];
  expect(Math.abs(Date.parse(usual.expiresAt) - daysAhead(365).getTime())).toBeLessThan(60_000);
  expect(chosen.expiresAt).toBe(`${dayAhead(31)}T00:00:00.000Z`);
  const listed = await listKeys(admin.ctx, {});
  for (const { id, expiresAt } of [usual, chosen]) {
    expect(listed.find((key) => key.id === id)?.expiresAt).toBe(expiresAt);
  }
});

test.each([dayAhead(-1), dayAhead(732), '2027-02-30', 'tomorrow'])(
  'a key that ends on %s is refused at its field',
  async (lastDay) => {
    const making = createKey(cliContext(), { name: 'Odd', role: 'USER', lastDay });
    await expect(making).rejects.toMatchObject({
      code: 'invalid',
      fields: { lastDay: [expect.any(String)] },
    });
  },
);

test('no key is for ever, also one that is stored without an end', async () => {
  const { expiresAt } = await db().apiKey.create({
    data: { id: newId(), hash: sha256(newId()), prefix: 'test', name: 'By an older version', role: 'USER' },
  });
  expect(Math.abs(expiresAt.getTime() - daysAhead(365).getTime())).toBeLessThan(3_600_000);
});

type Limiting = (by: Person, memberId: string, exceptKeys?: string[]) => ReturnType<typeof disableMember>;
const limiting: [what: string, event: string, limit: Limiting][] = [
  [
    'a disabled account',
    'member.disabled',
    (by, memberId, exceptKeys) => disableMember(by.ctx, { memberId, exceptKeys }),
  ],
  [
    'a lower role',
    'member.roleChanged',
    (by, memberId, exceptKeys) => setRole(by.ctx, { memberId, role: 'MANAGER', version: 1, exceptKeys }),
  ],
];

const inUse = async (ids: string[]) => {
  const rows = await db().apiKey.findMany({
    where: { id: { in: ids }, revokedAt: null },
    select: { id: true },
  });
  return ids.filter((id) => rows.some((row) => row.id === id));
};

describe.each(limiting)('with %s', (_, event, limit) => {
  test('the keys that they made are revoked, but for those that are to go on, and named', async () => {
    const [admin, hanna] = [await person('ADMIN'), await person('ADMIN', 'Hanna')];
    const make = async (by: Person, name: string) => (await createKey(by.ctx, { name, role: 'ADMIN' })).id;
    const [alerts, nightly, before] = [
      await make(hanna, 'Alerts'),
      await make(hanna, 'Nightly'),
      await make(hanna, 'Before'),
    ];
    const others = [
      await make(admin, 'Of another'),
      (await createKey(cliContext(), { name: 'C', role: 'USER' })).id,
    ];
    await revokeKey(hanna.ctx, { keyId: before });
    const listed = (await listKeys(admin.ctx, {})).filter((key) => key.createdById === hanna.id);
    expect(listed.map(({ id }) => id).sort()).toEqual([alerts, nightly, before].sort());

    const answer = await limit(admin, hanna.id, [nightly]);
    expect(answer.revokedKeys).toEqual([{ id: alerts, name: 'Alerts' }]);
    expect(await inUse([alerts, nightly, before, ...others])).toEqual([nightly, ...others]);
    expect(await recordedAbout('key', alerts)).toEqual(['key.created', event]);
    expect(await recordedAbout('key', nightly)).toEqual(['key.created']);
  });

  test('a key of somebody else is none that goes on, and nothing is done', async () => {
    const [admin, hanna] = [await person('ADMIN'), await person('ADMIN')];
    const own = (await createKey(hanna.ctx, { name: 'Own', role: 'USER' })).id;
    const other = (await createKey(admin.ctx, { name: 'Other', role: 'USER' })).id;
    for (const exceptKeys of [[other], [own, newId()]]) {
      await expect(limit(admin, hanna.id, exceptKeys)).rejects.toMatchObject({
        code: 'invalid',
        fields: { exceptKeys: [expect.any(String)] },
      });
    }
    expect(await inUse([own, other])).toEqual([own, other]);
    expect(await recordedAbout('member', hanna.id)).toEqual([]);
  });

  test('invitations that they sent open nothing any more, and those of others still do', async () => {
    const [admin, hanna] = [await person('ADMIN'), await person('ADMIN')];
    const [own, other] = [
      await invite(hanna.ctx, { email: `${newId()}@example.org`, role: 'ADMIN' }),
      await invite(admin.ctx, { email: `${newId()}@example.org`, role: 'USER' }),
    ];
    await limit(admin, hanna.id);
    const open = await db().invitation.findMany({ where: { revokedAt: null }, select: { id: true } });
    expect(open.map(({ id }) => id)).toContain(other.id);
    expect(open.map(({ id }) => id)).not.toContain(own.id);
    expect(await recordedAbout('invitation', own.id)).toEqual(['member.invited', 'invitation.withdrawn']);
    const later = invite(hanna.ctx, { email: `${newId()}@example.org`, role: 'ADMIN' });
    await expect(later).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  test('no key is made meanwhile or afterwards', async () => {
    const [admin, hanna] = [await person('ADMIN'), await person('ADMIN')];
    const make = () => createKey(hanna.ctx, { name: 'Late', role: 'ADMIN' });
    await Promise.allSettled([make(), make(), limit(admin, hanna.id), make()]);
    await expect(make()).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await db().apiKey.count({ where: { createdById: hanna.id, revokedAt: null } })).toBe(0);
  });
});

test('a higher role takes no key away', async () => {
  const [admin, tom] = [await person('ADMIN'), await person('ADMIN', 'Tom')];
  const { id } = await createKey(tom.ctx, { name: 'Kept', role: 'USER' });
  await setRole(admin.ctx, { memberId: tom.id, role: 'USER', version: 1, exceptKeys: [id] });
  const answer = await setRole(admin.ctx, { memberId: tom.id, role: 'RESPONDER', version: 2 });
  expect(answer.revokedKeys).toEqual([]);
  expect(await inUse([id])).toEqual([id]);
});
