import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import type { Context } from '@/lib/platform/context';
import { admit } from '@/lib/reports/intake/admission';
import { fromForm, visitor } from '@/lib/reports/testing/people-and-incidents';
import { Spool } from './spool';

testDatabase();

test('a few networks, each within its own share, leave room for another one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'standby-spool-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const spool = new Spool(folder, { bytes: 64_000, perBlock: 200 });
  const store = async (who: Context, description: string) =>
    await spool.store(who, await admit(who, fromForm({ description })));
  for (let network = 0; network < 6; network += 1) {
    const attacker = visitor();
    const send = () => store(attacker, 'x'.repeat(500));
    for (let isStored = true; isStored; )
      isStored = await send().then(
        () => true,
        () => false,
      );
  }
  expect(await store(visitor(), 'The lamp is out.')).toMatchObject({ spooled: true });
});
