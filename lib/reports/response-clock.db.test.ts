import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { consume } from '@/lib/platform/events/consumers';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { fileReport } from '@/lib/reports/commands/file';
import { apiKey, makeIncident, makeService, rawReport } from '@/lib/reports/testing/people-and-incidents';
import { acknowledge } from '@/lib/reports/triage/link';
import { startResponseClocks } from './response-clock';

testDatabase();
beforeAll(async () => void (await makeService('shop')));

async function filed(extra: Parameters<typeof rawReport>[0] = {}) {
  const { ref } = await fileReport(apiKey(), rawReport({ service: 'shop', ...extra }));
  return await db().report.findUniqueOrThrow({ where: { ref } });
}

async function clocksAfterEvents(reportId: string) {
  await sequenceAll();
  await Promise.all([consume(startResponseClocks), consume(startResponseClocks)]);
  return await db().clock.findMany({ where: { reportId } });
}

test('starts one response clock, on the claimed severity, from when the report was received', async () => {
  const report = await filed({ experience: 'SLOW_OR_PARTS' });
  const clocks = await clocksAfterEvents(report.id);
  expect(clocks).toMatchObject([
    {
      kind: 'ACKNOWLEDGE',
      severity: 'SEVERE',
      startedAt: report.receivedAt,
      stoppedAt: null,
      missedAt: null,
    },
  ]);
  expect(clocks[0]?.dueAt?.getTime()).toBe(report.receivedAt.getTime() + 3_600_000);
});

test('counts the time also when a person was faster than the worker', async () => {
  const report = await filed();
  const read = new Date(report.receivedAt.getTime() + 1_000);
  await acknowledge(db(), report.id, null, read);
  expect(await clocksAfterEvents(report.id)).toMatchObject([{ stoppedAt: read, missedAt: null }]);
});

test('starts none for a report that was added to an open incident', async () => {
  const report = await filed();
  await db().report.update({
    where: { id: report.id },
    data: { state: 'LINKED', incidentId: await makeIncident(7001) },
  });
  expect(await clocksAfterEvents(report.id)).toEqual([]);
});
