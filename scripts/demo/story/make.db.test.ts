import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { verifyAudit } from '@/lib/platform/audit/verify-audit';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { currentStatuses } from '@/lib/services/status';
import { cast } from './cast';
import { makeDemo } from './make';
import { keepSignIns, readSignIns } from './sign-ins';

testDatabase();

test('the demo is a month of history that ends now, played by the commands', async () => {
  const signIns = await makeDemo();
  expect(signIns.map((one) => one.email)).toEqual(cast.map((one) => one.email));
  expect(new Set(signIns.map((one) => one.password)).size).toBe(cast.length);

  const open = await db().incident.findMany({
    where: { stage: { notIn: ['RESOLVED', 'CLOSED'] } },
    orderBy: { number: 'asc' },
    select: { ref: true, severity: true, nextUpdateAt: true },
  });
  expect(open.map(({ ref, severity }) => [ref, severity])).toEqual([
    ['INC-2039', 'SEVERE'],
    ['INC-2040', 'MODERATE'],
    ['INC-2041', 'CRITICAL'],
  ]);
  // Whoever opens the demo finds promises that still can be kept.
  for (const { nextUpdateAt } of open)
    expect(nextUpdateAt?.getTime()).toBeGreaterThan(Date.now() + 10 * 60_000);

  const statuses = await currentStatuses(db());
  const records = await db().service.findUniqueOrThrow({ where: { slug: 'case-records' } });
  expect(statuses.get(records.id)?.status).toBe('MAJOR_OUTAGE');
  expect(await db().report.count({ where: { state: 'NEW', heldAt: null } })).toBe(4);

  expect(await db().subscriber.count({ where: { state: 'CONFIRMED' } })).toBe(3);

  await sequenceAll();
  expect(await verifyAudit()).toMatchObject({ ok: true, faults: [] });
});

test('the sign-ins are kept for their owner only, and read again', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'standby-demo-'));
  expect(await readSignIns(dataDir)).toBeNull();
  const signIns = [{ name: 'Priya', email: 'priya@thornmere.example', password: 'x', role: 'MANAGER' }];
  await keepSignIns(dataDir, signIns);
  expect((await stat(join(dataDir, 'demo-sign-ins.json'))).mode & 0o777).toBe(0o600);
  expect(await readSignIns(dataDir)).toEqual(signIns);
  await rm(dataDir, { recursive: true });
});
