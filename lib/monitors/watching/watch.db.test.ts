import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { createMonitor } from '@/lib/monitors/commands/create';
import { cliContext } from '@/lib/platform/context';
import type { Running } from '@/lib/platform/process/repeat';
import { until } from '@/lib/platform/testing/until';
import { createService } from '@/lib/services/commands/create';
import { changeSettings } from '@/lib/settings/commands/change';
import { settingsInForce } from '@/lib/settings/in-force';
import { startMonitors } from './watch';

testDatabase();

let running: Running[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
});

const cli = cliContext();
const stateOf = async (id: string) => (await db().monitor.findUniqueOrThrow({ where: { id } })).state;

test('two workers probe a real server by turns, and see it break and come back', async () => {
  let status = 200;
  const server = createServer((_, response) => response.writeHead(status).end());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const { id: serviceId } = await createService(cli, { name: 'Shop', slug: 'shop' });
  const url = `http://127.0.0.1:${port}/health`;
  const probe = { kind: 'HTTP' as const, request: { url } };
  const { id } = await createMonitor(cli, { service: 'shop', name: 'Health', probe, raisesReports: false });
  await db().monitor.update({ where: { id }, data: { intervalSeconds: 1 } });
  running = [startMonitors(), startMonitors()];

  // Until the list of outgoing calls holds it, nobody probes, and nothing is claimed about the target.
  const unseen = await until('a result', () => db().probeResult.findFirst({ where: { monitorId: id } }));
  expect(unseen.sentence).toContain('the settings do not list it');
  expect(await stateOf(id)).toBe('UNKNOWN');
  const { version } = await settingsInForce();
  const outgoing = { allow: [`127.0.0.1:${port}`] };
  await changeSettings(cli, { version, reason: 'The shop', outgoing });
  await until('up', async () => (await stateOf(id)) === 'UP');
  status = 503;
  await until('down', async () => (await stateOf(id)) === 'DOWN');
  status = 200;
  await until('up again', async () => (await stateOf(id)) === 'UP');
  const [seen] = await db().probeResult.findMany({
    where: { monitorId: id, ok: false, sentence: { contains: '503' } },
    orderBy: { at: 'asc' },
  });
  expect(seen?.sentence).toMatch(/^GET \/health answered 503 after \d+ ms; 200 to 299 was expected\.$/);
  const told = await db().event.findMany({
    where: { type: { in: ['monitor.down', 'monitor.up'] }, subjects: { some: { subjectId: serviceId } } },
    orderBy: { id: 'asc' },
  });
  expect(told.map(({ type }) => type)).toEqual(['monitor.down', 'monitor.up']);
  server.close();
});
