import { afterAll, beforeAll, expect, test } from 'vitest';
import { checklistConsumer } from '@/lib/checks/checklist/consumer';
import { createChecklist } from '@/lib/checks/commands/create-checklist';
import type { CheckView } from '@/lib/checks/queries/views';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { addService } from '@/lib/incidents/commands/add-service';
import { advanceStage } from '@/lib/incidents/commands/advance';
import { declared } from '@/lib/incidents/testing/declared';
import type { Context } from '@/lib/platform/context';
import { consume } from '@/lib/platform/events/consumers';
import { readEvents } from '@/lib/platform/events/read-events';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { incidentTimeline } from '@/lib/timeline/queries/read';
import { addCheck } from './commands/add';
import { runCheckAgain } from './commands/run';
import { runAllChecks } from './commands/run-all';
import { skipCheck } from './commands/skip';
import { incidentChecks } from './queries/incident-checks';
import { checkQueue, checksToStart } from './queue';
import { type SmallFleet, startFleet } from './testing/small-fleet';

testDatabase();

let priya: Context & { memberId: string };
let shop: SmallFleet;
const queue = checkQueue();

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  shop = await startFleet('shop');
});
afterAll(() => shop.stop());

/** What the worker does: consumers, then the jobs that they start. */
async function work(): Promise<void> {
  await sequenceAll();
  await consume(checklistConsumer);
  await sequenceAll();
  const ids = await checksToStart(await readEvents(0n, 10_000));
  await Promise.all(ids.map((id) => queue.handle(id)));
}

async function investigated(): Promise<string> {
  const { ref } = await declared(priya, shop.serviceId);
  await advanceStage(priya, { ref, to: 'INVESTIGATING' });
  await work();
  return ref;
}

const allOf = async (ref: string): Promise<CheckView[]> =>
  (await incidentChecks(priya, { ref })).areas.flatMap((area) => area.checks);

async function named(ref: string, name: string): Promise<CheckView> {
  const found = (await allOf(ref)).find((check) => check.name === name);
  if (!found) throw new Error(`No check is called ${name}.`);
  return found;
}

test('nothing is created before people investigate; then it is, and what Standby can look at is looked at', async () => {
  const { ref } = await declared(priya, shop.serviceId);
  await work();
  expect(await incidentChecks(priya, { ref })).toMatchObject({ total: 0, checked: 0 });
  await advanceStage(priya, { ref, to: 'INVESTIGATING' });
  await work();
  const view = await incidentChecks(priya, { ref });
  expect(view).toMatchObject({ total: 17, checked: 9, busy: 0 });
  expect(view.areas.map(({ area, total, sentence }) => [area, total, sentence])).toEqual([
    ['NETWORKING', 4, 'Nothing at fault so far.'],
    ['SERVICES', 4, 'Nothing at fault so far.'],
    ['INFRASTRUCTURE', 9, 'Nothing at fault so far.'],
  ]);
  expect(view.points.headline).toBe('Nothing that was looked at is at fault: 9 checks are OK.');
  expect(view.points.notExamined).toHaveLength(9);
  expect(view.points.notExamined.at(-1)?.sentence).toContain('no verification suite');
  expect(view.probes.find((row) => row.name === 'Shop answers')).toMatchObject({
    outcome: 'OK',
    timings: { connectMs: expect.any(Number), firstByteMs: expect.any(Number) },
  });
  await work();
  expect((await incidentChecks(priya, { ref })).total).toBe(17);
  await sequenceAll();
  const { items } = await incidentTimeline(priya, { ref });
  expect(items.map(({ sentence }) => sentence)).toContain('Checklist created: 17 checks, 9 run by Standby');
});

test('points at what is broken, and says when it is mended', async () => {
  const ref = await investigated();
  const again = async () => {
    const { count } = await runAllChecks(priya, { ref });
    const asked = { where: { type: 'check.asked' }, orderBy: { id: 'desc' } } as const;
    const { id: eventId } = await db().event.findFirstOrThrow(asked);
    const told = { kind: 'check', version: { not: null }, eventId };
    expect(await db().eventSubject.count({ where: told })).toBe(count);
    await work();
    return (await incidentChecks(priya, { ref })).points;
  };
  shop.first.says({ status: 'disk full', disk: { freePercent: 0 } }, 503);
  expect(await again()).toMatchObject({
    area: 'INFRASTRUCTURE',
    headline: 'The fault points to shop-1: its disk is full, while shop-2 has room.',
  });
  expect((await named(ref, 'shop-1 is healthy')).last?.sentence).toMatch(
    /^shop-1 says that 0 % of its disk is free\. GET \/health answered 503 /,
  );
  shop.first.says({ status: 'ok' });
  shop.front.says({ error: 'no shop' }, 502);
  expect(await again()).toMatchObject({
    area: 'NETWORKING',
    headline:
      'The fault points to shop-front: its answers are in error, while shop-1 and shop-2 are healthy.',
  });
  expect((await named(ref, 'Shop answers')).last?.sentence).toMatch(
    /^GET \/ answered 502 after .+, which is an error of its own\.$/,
  );
  shop.front.says({});
  expect((await again()).area).toBeNull();
  await sequenceAll();
  const told = (await incidentTimeline(priya, { ref })).items.map(({ sentence }) => sentence);
  expect(told.slice(0, 2)).toEqual(['Check is OK again: Shop answers', '9 automated checks run again']);
  expect(told).toContain('Check finds a fault: shop-1 is healthy');
});

test('a service that comes later brings its own checks', async () => {
  const ref = await investigated();
  const mail = await startFleet('mail');
  await addService(priya, { ref, serviceId: mail.serviceId });
  await work();
  const checks = await allOf(ref);
  expect(checks).toHaveLength(26);
  expect(checks.filter(({ service }) => service?.id === mail.serviceId)).toHaveLength(9);
  await mail.stop();
});

test('a check that is skipped while it runs is cancelled, and its answer does not count', async () => {
  const ref = await investigated();
  const { id } = await named(ref, 'shop-1 is healthy');
  const asked = Promise.withResolvers<void>();
  const cancelled = Promise.withResolvers<void>();
  const before = shop.first.answer;
  shop.first.answer = (response) => {
    response.on('close', () => cancelled.resolve());
    asked.resolve();
  };
  await runCheckAgain(priya, { id });
  const running = queue.handle(id);
  await asked.promise;
  const { state, version } = await named(ref, 'shop-1 is healthy');
  expect(state).toBe('RUNNING');
  await skipCheck(priya, { id, version, note: 'We know.' });
  await running;
  await cancelled.promise;
  shop.first.answer = before;
  expect(await named(ref, 'shop-1 is healthy')).toMatchObject({ state: 'SKIPPED', note: 'We know.' });
  expect(await db().checkResult.count({ where: { checkId: id } })).toBe(1);
});

test('a check whose worker was killed is run again, and the late answer of the dead is not stored', async () => {
  const ref = await investigated();
  const { id } = await named(ref, 'shop-1 answers on its port');
  await db().check.update({ where: { id }, data: { state: 'RUNNING', startedAt: new Date() } });
  expect(await queue.due?.()).not.toContain(id);
  await queue.handle(id);
  expect((await named(ref, 'shop-1 answers on its port')).state).toBe('RUNNING');
  await db().check.update({ where: { id }, data: { startedAt: new Date(Date.now() - 60_000) } });
  expect(await queue.due?.()).toContain(id);
  await Promise.all([queue.handle(id), queue.handle(id)]);
  expect((await named(ref, 'shop-1 answers on its port')).state).toBe('OK');
  expect(await db().checkResult.count({ where: { checkId: id } })).toBe(2);
});

test('what the guard forbids is unclear, and never a fault of the target', async () => {
  const ref = await investigated();
  const { id } = await addCheck(priya, {
    ref,
    area: 'NETWORKING',
    name: 'The metadata of the cloud',
    probe: { kind: 'HTTP', request: { url: 'http://169.254.169.254/' } },
  });
  await work();
  const check = (await allOf(ref)).find((one) => one.id === id);
  expect(check).toMatchObject({ state: 'UNCLEAR', last: { evidence: { fault: 'FORBIDDEN' } } });
});

test('an incident whose investigation was skipped can have its checklist later', async () => {
  const { ref } = await declared(priya, shop.serviceId);
  await advanceStage(priya, { ref, to: 'MONITORING', reason: 'It came back.' });
  await work();
  expect(await allOf(ref)).toEqual([]);
  expect(await createChecklist(priya, { ref })).toEqual({ total: 17, automated: 9 });
  expect(await createChecklist(priya, { ref })).toEqual({ total: 0, automated: 0 });
  await work();
  expect((await incidentChecks(priya, { ref })).checked).toBe(9);
});
