import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { recordDigest } from '@/lib/datasets/commands/record-digest';
import { backupAge, listDatasets, recentSnapshots } from '@/lib/datasets/queries/list';
import { snapshotGate } from '@/lib/datasets/rules/gate';
import { wholeSnapshots } from '@/lib/datasets/rules/whole';
import { createKey } from '@/lib/members/commands/create-key';
import { type Actor, cliContext, type Role, systemContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { createService } from '@/lib/services/commands/create';
import { changeSettings } from '@/lib/settings/commands/change';
import { settingsInForce } from '@/lib/settings/in-force';
import { archiveDataset } from './commands/archive';
import { createDataset } from './commands/create';
import { editDataset } from './commands/edit';
import { reportSnapshot } from './commands/report-snapshot';
import { watchDataset } from './commands/watch';
import { snapshotVerifications, verifySnapshot } from './verify-snapshot';
import { watchDatasets } from './watch';

testDatabase();

const as = (role: Role) => {
  const actor: Actor = { kind: 'member', memberId: newId(), role, sessionId: newId() };
  return { ...systemContext('test'), actor };
};
const asKey = (keyId: string, role: Role) => ({
  ...systemContext('test'),
  actor: { kind: 'key', keyId, role } satisfies Actor,
});

const checksum = `sha256:${'ab'.repeat(32)}`;
const facts = { intervalMinutes: 5, rpoMinutes: 15, system: 'shop-1', location: 'store-1' };
let serviceId: string;
let keyId: string;

beforeAll(async () => {
  serviceId = (await createService(cliContext(), { name: 'Shop', slug: 'shop' })).id;
  keyId = (await createKey(cliContext(), { name: 'store', role: 'DEVELOPER' })).id;
});

const heartbeat = (datasetId: string, externalId: string, more: Record<string, unknown> = {}) =>
  reportSnapshot(asKey(keyId, 'DEVELOPER'), {
    datasetId,
    externalId,
    takenAt: new Date().toISOString(),
    sizeBytes: 4096,
    checksum,
    system: 'store-1',
    location: 'http://127.0.0.1:4105/snapshots/one',
    ...more,
  });

test('a heartbeat sent twice is one snapshot, another checksum under its name is refused', async () => {
  const { id } = await createDataset(as('MANAGER'), { serviceId, name: 'shop-data', ...facts });
  const first = await heartbeat(id, 'one');
  expect(await heartbeat(id, 'one')).toEqual(first);
  expect(await db().snapshot.count({ where: { datasetId: id } })).toBe(1);
  expect(await db().snapshot.findFirst({ where: { datasetId: id } })).toMatchObject({ apiKeyId: keyId });
  await expect(heartbeat(id, 'one', { checksum: `sha256:${'cd'.repeat(32)}` })).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(heartbeat(id, 'two', { takenAt: '2036-01-01T00:00:00Z' })).rejects.toMatchObject({
    code: 'invalid',
  });

  const { items } = await listDatasets(as('DEVELOPER'), { slug: 'shop' });
  expect(items).toMatchObject([{ name: 'shop-data', state: 'WITHIN', snapshots: [{ externalId: 'one' }] }]);
  expect(await backupAge(db(), id, new Date())).toMatchObject({ outcome: 'OK' });
  expect(await backupAge(db(), id, new Date(Date.now() + 20 * 60_000))).toMatchObject({
    outcome: 'FAULT',
    sentence: 'The newest snapshot of shop-data is 20 min old, and at most 15 min may be lost.',
  });
});

test('two people save a dataset at once: the second is told', async () => {
  const made = await createDataset(as('MANAGER'), { serviceId, name: 'pictures', ...facts });
  const change = (rpoMinutes: number) =>
    editDataset(as('MANAGER'), { ...made, name: 'pictures', ...facts, rpoMinutes });
  const results = await Promise.allSettled([change(30), change(60)]);
  expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { code: 'conflict' } },
  ]);
  await expect(createDataset(as('MANAGER'), { serviceId, name: 'pictures', ...facts })).rejects.toMatchObject(
    { code: 'invalid', fields: { name: [expect.any(String)] } },
  );
});

test('overdue and same-system snapshots raise a finding once, and the next good one settles it', async () => {
  const { id } = await createDataset(as('MANAGER'), { serviceId, name: 'letters', ...facts });
  await heartbeat(id, 'old', {
    takenAt: new Date(Date.now() - 12 * 60_000).toISOString(),
    system: 'shop-1',
  });
  await watchDatasets();
  await watchDatasets();
  const open = () => db().finding.findMany({ where: { datasetId: id, settledAt: null } });
  expect((await open()).map((finding) => finding.sentence).sort()).toEqual([
    'Snapshots of letters are kept on shop-1, the system that the data itself is on.',
    'Snapshots of letters are overdue: one is due every 5 min.',
  ]);
  await heartbeat(id, 'new');
  await watchDatasets();
  expect(await open()).toEqual([]);
  expect(await db().event.count({ where: { type: 'dataset.weaknessSettled' } })).toBe(2);
});

test('a heartbeat that says it is not complete is not within RPO, until it says that it is', async () => {
  const { id } = await createDataset(as('MANAGER'), { serviceId, name: 'orders', ...facts });
  await heartbeat(id, 'part', { complete: false });
  const age = () => backupAge(db(), id, new Date());
  expect(await age()).toMatchObject({ outcome: 'FAULT', sentence: 'There is no whole snapshot of orders.' });
  await heartbeat(id, 'part');
  expect(await age()).toMatchObject({ outcome: 'FAULT' });
  await heartbeat(id, 'part', { complete: true });
  expect(await age()).toMatchObject({ outcome: 'OK' });
});

test('an archived dataset takes no heartbeat', async () => {
  const made = await createDataset(as('MANAGER'), { serviceId, name: 'gone', ...facts });
  await archiveDataset(as('MANAGER'), made);
  await expect(heartbeat(made.id, 'late')).rejects.toMatchObject({ code: 'precondition' });
});

test('who may not is refused: forbidden', async () => {
  const made = await createDataset(as('MANAGER'), { serviceId, name: 'ledger', ...facts });
  const refused = { code: 'forbidden' };
  const input = { ...facts, name: 'x' };
  await expect(createDataset(as('RESPONDER'), { serviceId, ...input })).rejects.toMatchObject(refused);
  await expect(editDataset(as('DEVELOPER'), { ...made, ...input })).rejects.toMatchObject(refused);
  await expect(archiveDataset(as('RESPONDER'), made)).rejects.toMatchObject(refused);
  await expect(watchDataset(as('ADMIN'), { id: made.id })).rejects.toMatchObject(refused);
  await expect(listDatasets(as('USER'), { slug: 'shop' })).rejects.toMatchObject(refused);
  const beat = {
    datasetId: made.id,
    externalId: 'x',
    takenAt: new Date().toISOString(),
    sizeBytes: 1,
    checksum,
  };
  await expect(reportSnapshot(as('USER'), { ...beat, system: 'a', location: 'b' })).rejects.toMatchObject(
    refused,
  );
});

test('a look at the store finds a snapshot right, damaged, gone, and says nothing when the store is away', async () => {
  const bytes = Buffer.from('{"n":1}\n');
  const digest = createHash('sha256').update(bytes).digest();
  let status = 200;
  let answer = digest;
  const store = createServer((_, response) => {
    response.writeHead(status, { 'repr-digest': `sha-256=:${answer.toString('base64')}:` });
    response.end();
  }).listen(0, '127.0.0.1');
  await once(store, 'listening');
  const { port } = store.address() as AddressInfo;
  const { version } = await settingsInForce();
  await changeSettings(
    { ...as('ADMIN'), ...cliContext() },
    { version, reason: 'The store of this test', outgoing: { allow: [`127.0.0.1:${port}`] } },
  );
  const { id } = await createDataset(as('MANAGER'), { serviceId, name: 'looked', ...facts });
  const reported = await heartbeat(id, 'seen', {
    checksum: `sha256:${digest.toString('hex')}`,
    location: `http://127.0.0.1:${port}/snapshots/seen`,
  });
  const passes = async () => {
    const snapshot = await db().snapshot.findUniqueOrThrow({
      where: { id: reported.id },
      include: { dataset: true },
    });
    return snapshotGate({ dataset: snapshot.dataset, snapshot, recent: [], now: new Date() }).passed;
  };
  expect(await passes()).toBe(false);
  expect(await snapshotVerifications.due?.()).toContain(reported.id);
  expect(await verifySnapshot(reported.id)).toBe('RIGHT');
  expect(await passes()).toBe(true);
  answer = createHash('sha256').update('other').digest();
  expect(await verifySnapshot(reported.id)).toBe('DAMAGED');
  expect(await passes()).toBe(false);
  answer = digest;
  expect(await verifySnapshot(reported.id)).toBe('RIGHT');
  status = 404;
  expect(await verifySnapshot(reported.id)).toBe('GONE');
  expect(await passes()).toBe(false);
  store.close();
  store.closeAllConnections();
  expect(await verifySnapshot(reported.id)).toBe('UNKNOWN');
  const looks = await db().event.findMany({ where: { type: 'snapshot.lookedAt' }, orderBy: { id: 'asc' } });
  expect(looks.map(({ data }) => (data as { result: string }).result)).toEqual([
    'RIGHT',
    'DAMAGED',
    'RIGHT',
    'GONE',
  ]);
  await expect(recordDigest(as('ADMIN'), { snapshotId: reported.id, result: 'RIGHT' })).rejects.toMatchObject(
    {
      code: 'forbidden',
    },
  );
});

const sum = (number: number) => `sha256:${String(number).padStart(64, '0')}`;

test('however many small ones follow, they never become the usual', async () => {
  const { id } = await createDataset(as('MANAGER'), { serviceId, name: 'shop-archive', ...facts });
  const taken = (number: number) => new Date(Date.now() - (100 - number) * 60_000).toISOString();
  const beat = (number: number, sizeBytes: number) =>
    heartbeat(id, `archive-${number}`, { sizeBytes, takenAt: taken(number), checksum: sum(number) });
  for (let number = 1; number <= 5; number += 1) await beat(number, 3_600_000_000);
  for (let number = 6; number <= 48; number += 1) await beat(number, 1_500_000);
  const recent = await recentSnapshots(db(), id);
  expect([recent.length, wholeSnapshots(recent)]).toEqual([40, []]);
  // One of the old size is whole again.
  await beat(49, 3_700_000_000);
  expect(wholeSnapshots(await recentSnapshots(db(), id))).toMatchObject([{ externalId: 'archive-49' }]);
});

test('one that was told while it was made is told again with what it became', async () => {
  const { id } = await createDataset(as('MANAGER'), { serviceId, name: 'shop-stream', ...facts });
  const beat = (sizeBytes: number, complete?: boolean) =>
    heartbeat(id, 'stream', { sizeBytes, complete, checksum: sum(sizeBytes) });
  const snapshot = await beat(100, false);
  await beat(200, false);
  await beat(300, true);
  const where = { id: snapshot.id };
  expect(await db().snapshot.findUniqueOrThrow({ where })).toMatchObject({
    complete: true,
    sizeBytes: 300n,
    checksum: sum(300),
  });
  const subjects = { some: { subjectId: id } };
  expect(await db().event.count({ where: { type: 'snapshot.reported', subjects } })).toBe(3);
  await expect(beat(400)).rejects.toMatchObject({ code: 'conflict' });
});
