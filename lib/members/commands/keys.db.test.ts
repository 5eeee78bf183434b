import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { listKeys } from '@/lib/members/queries/list-keys';
import { daysAfter } from '@/lib/members/rules/key-end';
import { person } from '@/lib/members/testing/people';
import { sha256 } from '@/lib/platform/audit/canonical-json';
import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { recordedAbout } from '@/lib/platform/testing/subject-events';
import { createKey } from './create-key';
import { revokeKey } from './revoke-key';

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
