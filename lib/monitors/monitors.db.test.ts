import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { serviceMonitors } from '@/lib/monitors/queries/service-monitors';
import { claimDue } from '@/lib/monitors/watching/claim-due';
import { dropOldResults, rollUp } from '@/lib/monitors/watching/roll-up';
import { storeResults } from '@/lib/monitors/watching/store-results';
import { type Actor, cliContext, systemContext } from '@/lib/platform/context';
import { consume } from '@/lib/platform/events/consumers';
import { sentenceOf } from '@/lib/platform/events/event-type';
import { readNamesIn } from '@/lib/platform/events/names';
import { newId } from '@/lib/platform/ids';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { readSubjectEvents } from '@/lib/platform/testing/subject-events';
import type { ProbeFault, ProbeOutcome } from '@/lib/probes/rules/probe';
import { makeIncident } from '@/lib/reports/testing/people-and-incidents';
import { createService } from '@/lib/services/commands/create';
import { createMonitor } from './commands/create';
import { pauseMonitor } from './commands/pause';
import { raiseAlerts } from './raise-alerts';

testDatabase();

const cli = cliContext();
const as = (role: 'USER' | 'DEVELOPER' | 'RESPONDER') => {
  const actor: Actor = { kind: 'member', memberId: newId(), role, sessionId: newId() };
  return { ...systemContext('test'), actor };
};
const probe = { kind: 'HTTP' as const, request: { url: 'http://127.0.0.1:4101/health' } };
const outcome = (fault: ProbeFault | null, totalMs = 12): ProbeOutcome => ({
  outcome: fault ? 'FAULT' : 'OK',
  fault,
  sentence: fault ? 'GET /health answered 503 after 12 ms; 200 was expected.' : 'GET /health answered 200.',
  timings: { totalMs, connectMs: 1.4 },
  evidence: {},
});

let slug: string;
let serviceId: string;
let began: number;
beforeEach(async () => {
  slug = `shop-${newId().slice(-12)}`;
  serviceId = (await createService(cli, { name: slug, slug })).id;
  began = Date.now() - 60_000;
  await db().monitor.updateMany({ data: { pausedAt: new Date() } });
});

const make = async (more: object = {}) =>
  (await createMonitor(as('RESPONDER'), { service: slug, name: 'Health', probe, ...more })).id;

/** Probes one second apart, good (+) and failed (-). */
async function see(monitorId: string, results: string, fault: ProbeFault = 'STATUS'): Promise<void> {
  for (const result of results) {
    began += 1_000;
    const seen = outcome(result === '+' ? null : fault);
    const { version } = await db().monitor.findUniqueOrThrow({ where: { id: monitorId } });
    await storeResults([{ monitorId, version, at: new Date(began), outcome: seen }]);
  }
}

const told = async (monitorId: string) =>
  (
    await db().event.findMany({
      where: { subjects: { some: { subjectId: monitorId } } },
      orderBy: { id: 'asc' },
      select: { type: true },
    })
  ).map(({ type }) => type);

const alertReports = () => db().report.findMany({ where: { serviceId, channel: 'ALERT' } });

describe('probing', () => {
  test('a probe is given out once, and the next one stays on the grid', async () => {
    const id = await make({ intervalSeconds: 30 });
    const due = new Date(Date.now() - 95_000);
    await db().monitor.update({ where: { id }, data: { nextAt: due } });
    const claims = await Promise.all(Array.from({ length: 5 }, () => claimDue(10)));
    expect(claims.flat().map(({ monitorId }) => monitorId)).toEqual([id]);
    expect(claims.flat()[0]?.lateMs).toBeGreaterThanOrEqual(95_000);
    const { nextAt } = await db().monitor.findUniqueOrThrow({ where: { id } });
    expect(nextAt.getTime() - due.getTime()).toBe(120_000);
  });

  test('nobody probes what is at rest', async () => {
    const id = await make();
    const now = new Date();
    expect(await claimDue(10)).toHaveLength(1);
    await db().monitor.update({ where: { id }, data: { nextAt: now } });
    await pauseMonitor(as('RESPONDER'), { monitorId: id, version: 1, paused: true });
    expect(await claimDue(10)).toEqual([]);
  });

  test('down and up are told once each, with the incidents that they are about', async () => {
    const id = await make();
    await see(id, '+-+---');
    const down = await db().event.findFirstOrThrow({
      where: { type: 'monitor.down', subjects: { some: { subjectId: id } } },
    });
    expect(down.data).toMatchObject({
      monitorId: id,
      serviceId,
      failures: 2,
      fault: 'STATUS',
      since: new Date(began - 2_000).toISOString(),
    });
    const monitor = await db().monitor.findUniqueOrThrow({ where: { id } });
    expect(monitor).toMatchObject({ state: 'DOWN', failures: 3, stateSince: new Date(began - 2_000) });
    await see(id, '++');
    expect(await told(id)).toEqual(['monitor.created', 'monitor.down', 'monitor.up']);
  });

  test('an open incident of the service hears of it', async () => {
    const id = await make();
    const incidentId = await makeIncident(7001);
    await db().incidentService.create({
      data: { id: newId(), incidentId, serviceId, status: 'MAJOR_OUTAGE', startsAt: new Date() },
    });
    await see(id, '--+');
    const heard = await readSubjectEvents('incident', incidentId);
    expect(heard.map(({ type }) => type)).toEqual(['monitor.down', 'monitor.up']);
    const names = await readNamesIn(db(), heard);
    expect(heard.map((event) => sentenceOf(event, names))).toEqual([
      'Monitor “Health” is down: it failed 2 times in a row',
      'Monitor “Health” is up again',
    ]);
  });

  test('probes in one batch are walked in their order, and what did not probe does not count', async () => {
    const id = await make();
    const at = (second: number) => new Date(began + second * 1_000);
    const unclear = { ...outcome('FORBIDDEN'), outcome: 'UNCLEAR' as const };
    await storeResults([
      { monitorId: id, version: 1, at: at(3), outcome: unclear },
      { monitorId: id, version: 1, at: at(2), outcome: outcome('REFUSED') },
      { monitorId: id, version: 1, at: at(1), outcome: outcome('REFUSED') },
      { monitorId: id, version: 7, at: at(4), outcome: outcome(null) },
      { monitorId: newId(), version: 1, at: at(4), outcome: outcome(null) },
    ]);
    expect(await told(id)).toEqual(['monitor.created', 'monitor.down']);
    expect(await db().probeResult.count({ where: { monitorId: id } })).toBe(4);
  });
});

describe('alerts', () => {
  test('an outage files one report, by monitoring, however often it is handled', async () => {
    const id = await make();
    await see(id, '+-----');
    await sequenceAll();
    await consume(raiseAlerts);
    await db().consumerCursor.update({ where: { name: 'monitor-alerts' }, data: { position: 0 } });
    await consume(raiseAlerts);
    const [report, ...others] = await alertReports();
    expect(others).toEqual([]);
    expect(report).toMatchObject({
      title: 'Health fails',
      claimedSeverity: 'CRITICAL',
      description:
        'The monitor “Health” failed 2 times in a row. GET /health answered 503 after 12 ms; 200 was expected.',
      sinceAt: new Date(began - 4_000),
      sincePrecision: 'MINUTE',
    });
    const alert = await db().alert.findFirstOrThrow({ where: { monitorId: id } });
    expect(alert).toMatchObject({ state: 'FIRING', reportId: report?.id });
    await see(id, '+');
    expect(await db().alert.findFirstOrThrow({ where: { monitorId: id } })).toMatchObject({
      state: 'RESOLVED',
    });
    await see(id, '--');
    await sequenceAll();
    await consume(raiseAlerts);
    expect(await alertReports()).toHaveLength(2);
  });

  test('no report from a monitor that raises none; and slowness claims less', async () => {
    const quiet = await make({ name: 'Quiet', raisesReports: false });
    const slow = await make({ name: 'Slow' });
    await see(quiet, '--');
    await see(slow, '--', 'SLOW');
    await sequenceAll();
    await consume(raiseAlerts);
    expect(await alertReports()).toMatchObject([
      { title: 'Slow fails', claimedSeverity: 'SEVERE', slow: true },
    ]);
  });
});

test('hours and days are summed up, twice with the same result, and old probes are dropped', async () => {
  const id = await make();
  const day = new Date(Date.now() - 86_400_000);
  day.setUTCHours(10, 0, 0, 0);
  const results = Array.from({ length: 100 }, (_, minute) => ({
    monitorId: id,
    version: 1,
    at: new Date(day.getTime() + minute * 60_000),
    outcome: outcome(minute % 10 === 0 ? 'STATUS' : null, minute + 1),
  }));
  await storeResults(results);
  for (let again = 0; again < 2; again += 1) {
    await rollUp('HOUR');
    await rollUp('DAY');
  }
  const rows = await db().probeRollup.findMany({
    where: { monitorId: id },
    orderBy: [{ period: 'asc' }, { startsAt: 'asc' }],
  });
  expect(rows.map(({ period, total, failed, maxMs }) => [period, total, failed, maxMs])).toEqual([
    ['HOUR', 60, 6, 60],
    ['HOUR', 40, 4, 100],
    ['DAY', 100, 10, 100],
  ]);
  expect(rows[2]).toMatchObject({ p50Ms: 50, p95Ms: 96 });
  const { monitors } = await serviceMonitors(as('DEVELOPER'), { service: slug });
  expect(monitors[0]?.days).toEqual([{ day: day.toISOString().slice(0, 10), total: 100, failed: 10 }]);
  expect(monitors[0]?.results).toHaveLength(30);
  await db().$executeRaw`select ensure_probe_partitions(current_date - 40, current_date - 35)`;
  expect(await dropOldResults()).toBe(6);
});
