import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { admit } from '@/lib/reports/intake/admission';
import { fromForm, visitor } from '@/lib/reports/testing/people-and-incidents';
import { Spool } from './spool';

testDatabase();

test('dozens of networks, each within its own share, leave room for another one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'standby-spool-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const spool = new Spool(folder, { bytes: 4_000_000, perBlock: 200 });
  const admission = await admit(visitor(), fromForm());
  const store = async (who: Context, description: string) => {
    const input = { ...admission.input, description };
    return await spool.store(who, { ...admission, clientKey: newId(), input });
  };
  const isStored = async (who: Context, characters: number) =>
    await store(who, 'x'.repeat(characters)).then(
      () => true,
      () => false,
    );
  for (let network = 0; network < 30; network += 1) {
    const attacker = visitor();
    for (const characters of [10_000, 1_000, 1]) while (await isStored(attacker, characters));
  }
  expect(await store(visitor(), 'The lamp is out.')).toMatchObject({ spooled: true });
  const large = store(visitor(), 'x'.repeat(10_000));
  await expect(large).rejects.toMatchObject({ code: 'unavailable' });
});
