import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { listKeys } from '@/lib/members/queries/list-keys';
import { person } from '@/lib/members/testing/people';
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
