import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { createKey } from '@/lib/members/commands/create-key';
import { revokeKey } from '@/lib/members/commands/revoke-key';
import { daysAfter, keyWarningDays } from '@/lib/members/rules/key-end';
import { person } from '@/lib/members/testing/people';
import { consoleFrame } from './frame';

testDatabase();

const daysAhead = (days: number) => daysAfter(new Date(), days);
const dayAhead = (days: number) => daysAhead(days).toISOString().slice(0, 10);

test('admins are told in the console of keys that end within two weeks or have ended, until those are revoked', async () => {
  const [admin, manager] = [await person('ADMIN'), await person('MANAGER')];
  const told = async () => (await consoleFrame(admin.ctx, {})).endingKeys;
  const before = (await told()) ?? 0;
  await createKey(admin.ctx, { name: 'Far', role: 'USER', lastDay: dayAhead(keyWarningDays + 2) });
  const soon = await createKey(admin.ctx, {
    name: 'Soon',
    role: 'USER',
    lastDay: dayAhead(keyWarningDays - 2),
  });
  const gone = await createKey(admin.ctx, { name: 'Gone', role: 'USER' });
  await db().apiKey.update({ where: { id: gone.id }, data: { expiresAt: daysAhead(-1) } });
  expect(await told()).toBe(before + 2);
  expect((await consoleFrame(manager.ctx, {})).endingKeys).toBeNull();
  for (const { id } of [soon, gone]) await revokeKey(admin.ctx, { keyId: id });
  expect(await told()).toBe(before);
});
