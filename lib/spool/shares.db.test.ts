import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { letIn } from '@/lib/reports/intake/admission';
import { fromForm, visitor } from '@/lib/reports/testing/people-and-incidents';
import { Spool } from './spool';

testDatabase();

/** A spool of its own, and what keeps a report in it. */
async function spoolOf(bytes: number) {
  const folder = mkdtempSync(join(tmpdir(), 'standby-spool-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const spool = new Spool(folder, { bytes, perBlock: 200 });
  const { admission } = await letIn(visitor(), fromForm(), async (one) => ({
    admission: one,
    trackingPath: '/track/none' as const,
  }));
  const store = async (who: Context, description: string) => {
    const input = { ...admission.input, description };
    return await spool.store(who, { ...admission, clientKey: newId(), input });
  };
  return { spool, store };
}

test('the networks of one site leave three quarters of its bytes to others, however many send', async () => {
  const { spool, store } = await spoolOf(40_000);
  const addressSite = newId();
  const send = () => store({ ...visitor(), addressSite }, 'x'.repeat(900));
  const answers = await Promise.allSettled(Array.from({ length: 12 }, send));
  expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(2);
  expect(answers.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(2);
  expect(await spool.folder.bytes()).toBeLessThanOrEqual(10_000);
  await store(visitor(), 'The lamp is out.');
});

test('dozens of networks, each within its own share, leave room for another one', async () => {
  const { store } = await spoolOf(4_000_000);
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
