import { beforeAll, describe, expect, test } from 'vitest';
import { db, inTransaction } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { deliveriesTo, tellEverybody } from '@/lib/deliveries/testing/people';
import { consoleFrame } from '@/lib/home/queries/frame';
import { createMonitor } from '@/lib/monitors/commands/create';
import { serviceMonitors } from '@/lib/monitors/queries/service-monitors';
import { raiseAlerts } from '@/lib/monitors/raise-alerts';
import { endBlindness, endUntold, lockSight } from '@/lib/monitors/watching/blindness';
import { storeResults } from '@/lib/monitors/watching/store-results';
import { tellBlindness } from '@/lib/monitors/watching/tell-blindness';
import { cliContext } from '@/lib/platform/context';
import { consume } from '@/lib/platform/events/consumers';
import { newId } from '@/lib/platform/ids';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import type { ProbeFault, ProbeOutcome } from '@/lib/probes/rules/probe';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { createService } from '@/lib/services/commands/create';

testDatabase();

const cli = cliContext();
const services = Array.from({ length: 12 }, (_, at) => `service-${at}`);
const monitors: { id: string; service: string }[] = [];
let clock = Date.now() - 3_600_000;

beforeAll(async () => {
  for (const slug of services) {
    await createService(cli, { name: slug, slug });
    for (const name of ['Page', 'Health']) {
      const request = { url: `https://${slug}.example.org/${name}` };
      const { id } = await createMonitor(cli, { service: slug, name, probe: { kind: 'HTTP', request } });
      monitors.push({ id, service: slug });
    }
  }
});

function outcome(fault: ProbeFault | null): ProbeOutcome {
  const sentence = fault ? 'It accepted no connection within 10 s.' : 'GET /health answered 200.';
  return { outcome: fault ? 'FAULT' : 'OK', fault, sentence, timings: { totalMs: 12 }, evidence: {} };
}

/** Every monitor probes once, spread over half a minute, each stored as it comes. */
async function round(faultOf: (service: string) => ProbeFault | null): Promise<void> {
  const rows = await db().monitor.findMany({ select: { id: true, version: true } });
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  for (const { id, service } of monitors) {
    clock += 1_000;
    const version = versions.get(id) ?? 1;
    await storeResults([{ monitorId: id, version, at: new Date(clock), outcome: outcome(faultOf(service)) }]);
  }
}

const all = (fault: ProbeFault | null) => () => fault;
const states = async () => {
  const rows = await db().monitor.groupBy({ by: ['state'], _count: true, orderBy: { state: 'asc' } });
  return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]));
};
const events = async (type: string) => await db().event.count({ where: { type } });
async function reports(): Promise<number> {
  await sequenceAll();
  await consume(raiseAlerts);
  return await db().report.count({ where: { channel: 'ALERT' } });
}

test('when everything drops at once, Standby says once that it sees nothing, and reports nobody', async () => {
  const priya = await makeMember('RESPONDER', 'Priya');
  await round(all(null));
  expect(await states()).toEqual({ UP: 24 });
  for (let times = 0; times < 6; times += 1) await round(all('TIMEOUT'));
  expect(await states()).toEqual({ UNKNOWN: 24 });
  expect([await events('monitor.down'), await events('monitor.blinded'), await reports()]).toEqual([0, 1, 0]);
  expect((await consoleFrame(priya, {})).blindSince).not.toBeNull();
  const { monitors: shown } = await serviceMonitors(priya, { service: 'service-3' });
  expect(shown[0]?.days.map(({ failed }) => failed)).toEqual([0]);
  expect(await db().probeResult.count({ where: { ok: false, unclear: false } })).toBe(0);

  await round(all(null));
  expect(await states()).toEqual({ UP: 24 });
  expect([await events('monitor.sighted'), await events('monitor.up'), await reports()]).toEqual([1, 0, 0]);
  expect((await consoleFrame(priya, {})).blindSince).toBeNull();
});

test('two of twelve that drop are reported in time', async () => {
  const gone = (service: string) => (['service-4', 'service-9'].includes(service) ? 'TIMEOUT' : null);
  await round(gone);
  expect(await reports()).toBe(0);
  await round(gone);
  expect(await states()).toEqual({ DOWN: 4, UP: 20 });
  expect([await reports(), await events('monitor.blinded')]).toEqual([4, 1]);
});

test('what stays away when the others are back is reported then', async () => {
  await round(all(null));
  for (let times = 0; times < 3; times += 1) await round(all('UNREACHABLE'));
  expect(await states()).toEqual({ UNKNOWN: 24 });
  const gone = (service: string) => (service === 'service-1' ? 'REFUSED' : null);
  for (let times = 0; times < 3; times += 1) await round(gone);
  expect(await states()).toEqual({ DOWN: 2, UP: 22 });
  expect([await reports(), await events('monitor.blinded')]).toEqual([6, 2]);
});

test('that all answer with an error is no blindness', async () => {
  await round(all(null));
  for (let times = 0; times < 2; times += 1) await round(all('STATUS'));
  expect(await states()).toEqual({ DOWN: 24 });
  expect(await events('monitor.blinded')).toBe(2);
});

test('what was reported before Standby knew that it sees nothing is settled', async () => {
  await round(all(null));
  await reports();
  const before = await db().report.count({ where: { state: 'DECLINED' } });
  // Two of one service are probed often, the others rarely: those are down, and reported, before anything else is seen.
  const often = monitors.filter(({ service }) => service === 'service-2');
  for (let times = 0; times < 3; times += 1) {
    for (const { id } of often) {
      clock += 70_000;
      const { version } = await db().monitor.findUniqueOrThrow({ where: { id } });
      await storeResults([{ monitorId: id, version, at: new Date(clock), outcome: outcome('TIMEOUT') }]);
    }
  }
  const filed = await reports();
  expect(await states()).toEqual({ DOWN: 2, UP: 22 });
  for (let times = 0; times < 2; times += 1) await round(all('TIMEOUT'));
  expect(await states()).toEqual({ UNKNOWN: 24 });
  expect(await reports()).toBe(filed);
  expect(await db().report.count({ where: { state: 'DECLINED' } })).toBe(before + 2);
  expect(await db().alert.count({ where: { state: 'FIRING' } })).toBe(0);
  await round(all(null));
  expect(await states()).toEqual({ UP: 24 });
});

test('with every monitor paused meanwhile, Standby does not say for ever that it sees nothing', async () => {
  const priya = await makeMember('RESPONDER', 'Priya');
  for (let times = 0; times < 3; times += 1) await round(all('TIMEOUT'));
  await endUntold();
  expect((await consoleFrame(priya, {})).blindSince).not.toBeNull();
  const sighted = await events('monitor.sighted');
  await db().monitor.updateMany({ data: { pausedAt: new Date() } });
  await endUntold();
  await endUntold();
  expect((await consoleFrame(priya, {})).blindSince).toBeNull();
  expect(await events('monitor.sighted')).toBe(sighted + 1);
  await db().monitor.updateMany({ data: { pausedAt: null } });
  await round(all(null));
  expect(await states()).toEqual({ UP: 24 });
});

test('with too few left to tell, those that stay silent are reported', async () => {
  for (let times = 0; times < 3; times += 1) await round(all('UNREACHABLE'));
  expect(await states()).toEqual({ UNKNOWN: 24 });
  const { id } = await db().service.findUniqueOrThrow({ where: { slug: 'service-0' } });
  await db().monitor.updateMany({ where: { serviceId: { not: id } }, data: { pausedAt: new Date() } });
  clock = Date.now();
  await round((service) => (service === 'service-0' ? 'UNREACHABLE' : null));
  for (let times = 0; times < 3; times += 1)
    await round((service) => (service === 'service-0' ? 'UNREACHABLE' : null));
  expect(await db().monitor.count({ where: { serviceId: id, state: 'DOWN' } })).toBe(2);
});

describe('the managers hear once that Standby lastingly sees nothing, and once that it is over', () => {
  let mei: Awaited<ReturnType<typeof makeMember>>;
  const mails = async () => {
    await tellBlindness();
    await tellEverybody();
    return (await deliveriesTo(mei.email)).map(({ purpose, subject }) => `${purpose}: ${subject}`);
  };
  const begun = 'standby-blind: Standby itself sees nothing';
  const over = 'standby-sighted: Standby sees again';
  /** As if it had begun so many minutes before. */
  const lasts = (minutes: number) =>
    db().blindness.updateMany({
      where: { endsAt: null },
      data: { startsAt: new Date(Date.now() - minutes * 60_000) },
    });
  const blind = async () => {
    for (let times = 0; times < 3; times += 1) await round(all('UNREACHABLE'));
  };

  beforeAll(async () => {
    mei = await makeMember('MANAGER', 'Mei');
    await db().monitor.updateMany({ data: { pausedAt: null, state: 'UP', stateSince: null } });
    await round(all(null));
  });

  test('after ten minutes, not before', async () => {
    await blind();
    await lasts(9);
    expect(await mails()).toEqual([]);
    await lasts(11);
    expect(await mails()).toEqual([begun]);
    expect(await mails()).toEqual([begun]);
    await round(all(null));
    expect(await mails()).toEqual([begun, over]);
  });

  test('and of what comes and goes not again within the hour', async () => {
    await blind();
    await lasts(11);
    await round(all(null));
    expect(await mails()).toEqual([begun, over]);
    await blind();
    await lasts(11);
    expect(await mails()).toEqual([begun, over]);
    await db().blindness.updateMany({
      data: { toldAt: new Date(Date.now() - 2 * 3_600_000) },
      where: { toldAt: { not: null } },
    });
    expect(await mails()).toEqual([begun, over, begun]);
  });

  test('of one sense that is left the end is told when that ends too, after the time since when they were told', async () => {
    await db().blindness.create({ data: { id: newId(), sense: 'IPV6', startsAt: new Date() } });
    await inTransaction(async (tx) => {
      const [line] = (await lockSight(tx)).filter(({ sense }) => sense === 'LINE');
      if (!line) throw new Error('It sees.');
      expect((await endBlindness(tx, line, new Date())).data).toMatchObject({ told: false });
      const [left] = await lockSight(tx);
      if (!left) throw new Error('Nothing is left.');
      expect((await endBlindness(tx, left, new Date())).data).toMatchObject({
        sense: 'IPV6',
        told: true,
        toldSince: line.startsAt.toISOString(),
      });
    });
  });
});
