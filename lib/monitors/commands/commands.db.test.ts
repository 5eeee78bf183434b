import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { serviceMonitors } from '@/lib/monitors/queries/service-monitors';
import { type Actor, cliContext, systemContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { createService } from '@/lib/services/commands/create';
import { archiveMonitor } from './archive';
import { createMonitor } from './create';
import { editMonitor } from './edit';
import { pauseMonitor } from './pause';

testDatabase();

const cli = cliContext();
const as = (role: 'USER' | 'DEVELOPER' | 'RESPONDER') => {
  const actor: Actor = { kind: 'member', memberId: newId(), role, sessionId: newId() };
  return { ...systemContext('test'), actor };
};
const probe = { kind: 'HTTP' as const, request: { url: 'http://127.0.0.1:4101/health' } };

let slug: string;
beforeEach(async () => {
  slug = `shop-${newId().slice(-12)}`;
  await createService(cli, { name: slug, slug });
});

const make = async (more: object = {}) =>
  (await createMonitor(as('RESPONDER'), { service: slug, name: 'Health', probe, ...more })).id;

test('one that probes elsewhere begins anew; its alert ends', async () => {
  const id = await make();
  await db().monitor.update({ where: { id }, data: { state: 'DOWN', failures: 2 } });
  await db().alert.create({
    data: { id: newId(), monitorId: id, fingerprint: id, state: 'FIRING', labels: {}, startsAt: new Date() },
  });
  const elsewhere = { ...probe, request: { url: 'http://127.0.0.1:4102/health' } };
  await editMonitor(as('RESPONDER'), { monitorId: id, version: 1, name: 'Health', probe: elsewhere });
  const monitor = await db().monitor.findUniqueOrThrow({ where: { id } });
  expect(monitor).toMatchObject({ state: 'UNKNOWN', failures: 0, version: 2 });
  expect(await db().alert.count({ where: { monitorId: id, state: 'FIRING' } })).toBe(0);
});

test('a late change and a name taken are refused with a sentence', async () => {
  const id = await make();
  await expect(make()).rejects.toMatchObject({
    code: 'invalid',
    fields: { name: ['This service has a monitor of this name. Choose another name.'] },
  });
  await expect(
    editMonitor(as('RESPONDER'), { monitorId: id, version: 9, name: 'Health', probe }),
  ).rejects.toMatchObject({ code: 'conflict' });
  await expect(
    pauseMonitor(as('RESPONDER'), { monitorId: id, version: 1, paused: false }),
  ).rejects.toMatchObject({ code: 'precondition' });
  await archiveMonitor(as('RESPONDER'), { monitorId: id, version: 1 });
  await expect(pauseMonitor(cli, { monitorId: id, version: 2, paused: true })).rejects.toMatchObject({
    code: 'not_found',
  });
  await make();
});

test('what can not be probed, or not in time, is refused by field', async () => {
  const slow = { ...probe, timeoutMs: 20_000 };
  await expect(make({ probe: slow, intervalSeconds: 10 })).rejects.toMatchObject({
    fields: { intervalSeconds: ['Probe less often than a probe may take.'] },
  });
  await expect(make({ probe: { kind: 'BACKUP_AGE', datasetId: newId() } })).rejects.toMatchObject({
    code: 'invalid',
  });
});

test('a developer reads, and changes nothing; a user does not read', async () => {
  const id = await make();
  expect((await serviceMonitors(as('DEVELOPER'), { service: slug })).monitors).toHaveLength(1);
  for (const attempt of [
    () => serviceMonitors(as('USER'), { service: slug }),
    () => createMonitor(as('DEVELOPER'), { service: slug, name: 'Other', probe }),
    () => editMonitor(as('DEVELOPER'), { monitorId: id, version: 1, name: 'Other', probe }),
    () => pauseMonitor(as('DEVELOPER'), { monitorId: id, version: 1, paused: true }),
    () => archiveMonitor(as('DEVELOPER'), { monitorId: id, version: 1 }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
});
