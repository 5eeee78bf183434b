import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { apiKey, makeMember } from '@/lib/reports/testing/people-and-incidents';
import { beginRun } from '@/lib/runs/commands/begin';
import { chooseSnapshot } from '@/lib/runs/commands/choose-snapshot';
import { retryStep } from '@/lib/runs/commands/retry-step';
import { startRun } from '@/lib/runs/commands/start';
import { runRead } from '@/lib/runs/queries/read';
import { answer } from '@/lib/runs/testing/automation-server';
import { driveAll } from '@/lib/runs/testing/drive';
import { type Ground, planOf, startGround } from '@/lib/runs/testing/ground';
import { startTarget, type Target } from '@/lib/suites/testing/target';

testDatabase();

let ground: Ground;
let store: Target;
/** What the store has, by path, with its digest. */
const files = new Map<string, string>();
let priya: Context & { memberId: string };
let datasetId: string;
const digest = (letter: string) => Buffer.alloc(32, letter);

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  ground = await startGround('shop');
  store = await startTarget((request, response) => {
    const found = files.get(request.url ?? '');
    response.writeHead(found ? 200 : 404, found ? { 'repr-digest': `sha-256=:${found}:` } : {}).end();
  });
  datasetId = newId();
  const { serviceId } = ground;
  const dataset = {
    id: datasetId,
    serviceId,
    name: 'Orders',
    system: 'shop-1',
    location: '/data',
    rpoMinutes: 60,
  };
  await db().dataset.create({ data: dataset });
});
afterAll(async () => {
  await ground.stop();
  await store.stop();
});

async function snapshot(name: string, minutesOld: number, extra: { system?: string } = {}): Promise<string> {
  const id = newId();
  files.set(`/${name}`, digest(name).toString('base64'));
  const now = Date.now();
  await db().snapshot.create({
    data: {
      id,
      datasetId,
      externalId: name,
      sizeBytes: 10n,
      system: 'store',
      location: `${store.url}/${name}`,
      checksum: `sha256:${digest(name).toString('hex')}`,
      takenAt: new Date(now - minutesOld * 60_000),
      verifiedAt: new Date(now),
      ...extra,
    },
  });
  return id;
}

async function begun() {
  const action = `load-${newId()}`;
  const reload = ground.automated(action, { reloads: datasetId, input: { name: 'shop-3' } });
  const planId = await planOf(ground.serviceId, [[reload], [ground.verification()]], { kind: 'REBUILD' });
  const { ref } = await startRun(priya, { planId, mode: 'DRILL' });
  await beginRun(priya, { ref });
  await driveAll();
  return { ref, action, stepId: (await runRead(priya, { ref })).steps[0]?.id ?? '' };
}

test('a rebuild waits for a snapshot, loads it, and counts the loss from it', async () => {
  const { ref, action } = await begun();
  const waiting = await runRead(priya, { ref });
  expect(waiting).toMatchObject({
    state: 'WAITING',
    waitingFor: 'PERSON',
    acts: expect.arrayContaining(['chooseSnapshot']),
  });
  expect(waiting.sentence).toContain('Choose the snapshot that is to be loaded');
  expect(ground.automation.calls(action)).toEqual([]);
  await chooseSnapshot(priya, { ref, snapshotId: await snapshot('a', 10) });
  await driveAll();
  const view = await runRead(priya, { ref });
  expect(view).toMatchObject({ state: 'VERIFIED', snapshots: [{ externalId: 'a', passed: true }] });
  expect(view.snapshots[0]?.restoredAt).not.toBeNull();
  const [began, taken] = [
    Date.parse(view.clockStartedAt ?? ''),
    Date.parse(view.snapshots[0]?.takenAt ?? ''),
  ];
  expect(view.rpaSeconds).toBe(Math.round((began - taken) / 1_000));
  expect(ground.automation.calls(action)).toMatchObject([{ input: { name: 'shop-3', snapshot: 'a' } }]);
});

test('the gate holds back what is too old or on the same system, unless somebody says why not', async () => {
  const { ref } = await begun();
  const old = await snapshot('b', 90, { system: 'shop-1' });
  await expect(chooseSnapshot(priya, { ref, snapshotId: old })).rejects.toMatchObject({
    code: 'precondition',
    message: expect.stringMatching(/only .* may be lost.*the system that was to be protected/),
  });
  const override = { ref, snapshotId: old, overrideReason: 'There is no other.' };
  await expect(chooseSnapshot(apiKey('RESPONDER'), override)).rejects.toMatchObject({
    code: 'precondition',
    message: expect.stringContaining('Somebody of the team'),
  });
  await chooseSnapshot(priya, override);
  await driveAll();
  const view = await runRead(priya, { ref });
  expect(view).toMatchObject({
    state: 'VERIFIED',
    snapshots: [{ passed: false, overrideReason: 'There is no other.' }],
  });
  const row = await db().runSnapshot.findFirstOrThrow({ where: { runId: view.id } });
  expect(row.overriddenById).toBe(priya.memberId);
});

test.each([
  ['vanished', (name: string) => files.delete(`/${name}`), 'd', 'e'],
  ['was damaged', (name: string) => files.set(`/${name}`, digest('x').toString('base64')), 'f', 'g'],
] as const)('a snapshot that %s since it was chosen is not loaded', async (_, harm, name, spare) => {
  const action = `load-${newId()}`;
  const reload = ground.automated(action, { reloads: datasetId });
  const planId = await planOf(ground.serviceId, [[reload], [ground.verification()]], { kind: 'REBUILD' });
  const { ref } = await startRun(priya, { planId, mode: 'DRILL' });
  await chooseSnapshot(priya, { ref, snapshotId: await snapshot(name, 5) });
  harm(name);
  await beginRun(priya, { ref });
  await driveAll();
  const { steps } = await runRead(priya, { ref });
  expect(steps[0]).toMatchObject({
    state: 'FAILED',
    sentence: expect.stringContaining('does not pass the gate any more'),
  });
  expect(ground.automation.calls(action)).toEqual([]);
  await chooseSnapshot(priya, { ref, snapshotId: await snapshot(spare, 5) });
  await retryStep(priya, { ref, stepId: steps[0]?.id ?? '' });
  await driveAll();
  expect(await runRead(priya, { ref })).toMatchObject({ state: 'VERIFIED' });
  expect(ground.automation.calls(action)).toMatchObject([{ input: { snapshot: spare } }]);
});

test('data that the automation finds corrupt fails the step, and another snapshot is chosen', async () => {
  const { ref, action, stepId } = await begun();
  ground.automation.behaviours.set(action, (taken, response) => {
    const bad = taken.input.snapshot === 'h';
    const sentence = bad ? 'The checksum of the snapshot is wrong.' : 'Loaded.';
    answer(response, 200, { state: bad ? 'failed' : 'done', sentence });
  });
  await chooseSnapshot(priya, { ref, snapshotId: await snapshot('h', 5) });
  await driveAll();
  expect((await runRead(priya, { ref })).steps[0]).toMatchObject({
    state: 'FAILED',
    sentence: 'The checksum of the snapshot is wrong.',
  });
  await chooseSnapshot(priya, { ref, snapshotId: await snapshot('i', 20) });
  await retryStep(priya, { ref, stepId });
  await driveAll();
  const view = await runRead(priya, { ref });
  expect(view.state).toBe('VERIFIED');
  expect(view.snapshots.map(({ externalId, restoredAt }) => [externalId, restoredAt !== null])).toEqual([
    ['i', true],
    ['h', false],
  ]);
});
