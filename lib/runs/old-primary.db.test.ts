import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmFinding } from '@/lib/checks/commands/confirm-finding';
import { ruleOutFinding } from '@/lib/checks/commands/rule-out-finding';
import { settleFinding } from '@/lib/checks/commands/settle-finding';
import { findingList } from '@/lib/checks/queries/finding-list';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { consoleFrame } from '@/lib/home/queries/frame';
import { homeSummary } from '@/lib/home/queries/summary';
import { declared } from '@/lib/incidents/testing/declared';
import type { Context } from '@/lib/platform/context';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { abortRun } from '@/lib/runs/commands/abort';
import { beginRun } from '@/lib/runs/commands/begin';
import { startRun } from '@/lib/runs/commands/start';
import { runRead } from '@/lib/runs/queries/read';
import { driveAll } from '@/lib/runs/testing/drive';
import { type Ground, planOf, startGround } from '@/lib/runs/testing/ground';
import { startTarget, type Target } from '@/lib/suites/testing/target';
import { watchOldPrimaries } from './watch-old-primaries';

testDatabase();

let ground: Ground;
let old: Target | null = null;
let port = 0;
let mei: Context & { memberId: string };
let failback: string;

/** The old primary as it comes back: fenced, or taking writes. */
async function comesBack(writes: boolean): Promise<void> {
  await old?.stop();
  old = await startTarget((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ writes }));
  }, port);
  port = old.port;
}

beforeAll(async () => {
  mei = await makeMember('MANAGER', 'Mei');
  ground = await startGround('shop');
  await comesBack(false);
  const probe = {
    kind: 'HTTP' as const,
    request: { url: `${old?.url}/state` },
    expect: { json: [{ path: 'writes', equals: false }] },
  };
  const fence = ground.automated('fence', { fences: true, probe });
  const change = ground.automated('switch', { switches: true });
  const planId = await planOf(ground.serviceId, [[fence, change], [ground.verification()]]);
  failback = await planOf(ground.serviceId, [[ground.verification()]], { kind: 'FAILBACK' });
  const { ref: incident } = await declared(mei, ground.serviceId);
  const { ref } = await startRun(mei, { planId, mode: 'LIVE', incident });
  await beginRun(mei, { ref });
  await driveAll();
  expect(await runRead(mei, { ref })).toMatchObject({ state: 'VERIFIED' });
  await old?.stop();
});
afterAll(async () => {
  await ground.stop();
  await old?.stop();
});

const found = () => db().finding.findMany({ where: { runId: { not: null } } });
const reports = () => db().report.findMany({ where: { channel: 'ALERT' } });
const back = (more: object = {}) => startRun(mei, { planId: failback, mode: 'LIVE', ...more });

test('that nothing comes from the old primary is no proof that it is fenced', async () => {
  const probe = { kind: 'TCP' as const, host: '127.0.0.1', port, timeoutMs: 500 };
  const fence = ground.automated('silent', { fences: true, probe, timeoutSeconds: 1 });
  const planId = await planOf(ground.serviceId, [[fence], [ground.verification()]]);
  const { ref } = await startRun(mei, { planId, mode: 'DRILL' });
  await beginRun(mei, { ref });
  await driveAll();
  expect((await runRead(mei, { ref })).steps[0]).toMatchObject({
    state: 'UNKNOWN',
    acts: ['decide', 'skip'],
  });
});

test('an old primary that stays away, or is fenced when it comes back, is nothing to tell', async () => {
  await watchOldPrimaries();
  await comesBack(false);
  await watchOldPrimaries();
  expect([await found(), await reports()]).toEqual([[], []]);
});

test('one that takes writes again is found once, and reported as Critical', async () => {
  await comesBack(true);
  await watchOldPrimaries();
  await watchOldPrimaries();
  expect(await found()).toMatchObject([
    {
      sentence: expect.stringMatching(/^The old primary takes writes again\. GET \/state answered 200/),
      settledAt: null,
      serviceId: ground.serviceId,
      incidentId: expect.any(String),
    },
  ]);
  expect(await reports()).toMatchObject([
    { title: 'The old primary takes writes again', claimedSeverity: 'CRITICAL' },
  ]);
  expect(await db().event.count({ where: { type: 'run.oldPrimaryBack' } })).toBe(1);
});

test('it stands on its service and on every page until somebody says what became of it', async () => {
  const { items } = await findingList(mei, {});
  expect(items).toMatchObject([
    { kind: 'OLD_PRIMARY', acts: ['finding.settle'], runRef: expect.any(String) },
  ]);
  expect((await consoleFrame(mei, {})).critical).toEqual(items);
  expect((await homeSummary(mei, {})).findings).toEqual(items);
});

test('a developer reads of it on the services that they look after, and on no others', async () => {
  const dev = await makeMember('DEVELOPER', 'Dev');
  const read = async () => [
    (await findingList(dev, {})).items.length,
    (await consoleFrame(dev, {})).critical.length,
    (await homeSummary(dev, {})).findings.length,
  ];
  expect(await read()).toEqual([0, 0, 0]);
  await db().service.update({ where: { id: ground.serviceId }, data: { ownerId: dev.memberId } });
  expect(await read()).toEqual([1, 1, 1]);
});

test('users are led back only after somebody said how that was settled', async () => {
  const { ref: drill } = await startRun(mei, { planId: failback, mode: 'DRILL' });
  await abortRun(mei, { ref: drill, safeStateNote: 'Nothing was touched.' });
  await expect(back()).rejects.toMatchObject({
    code: 'precondition',
    message: expect.stringMatching(/^The old primary takes writes again\..*say how that was settled\.$/),
    fields: { settled: [expect.any(String)] },
  });
  // To confirm that it is so settles nothing.
  const [finding] = await found();
  await confirmFinding(mei, { id: finding?.id ?? '', version: finding?.version ?? 0 });
  await expect(back()).rejects.toMatchObject({ code: 'precondition' });
  const { ref } = await back({ settled: 'Order 64 of shop-1 was entered on shop-2 by hand.' });
  expect(await runRead(mei, { ref })).toMatchObject({
    deviations: 'What the old primary took: Order 64 of shop-1 was entered on shop-2 by hand.',
  });
  expect(await found()).toMatchObject([
    {
      state: 'CONFIRMED',
      confirmedById: mei.memberId,
      settlement: 'Order 64 of shop-1 was entered on shop-2 by hand.',
    },
  ]);
  await watchOldPrimaries();
  expect(await found()).toHaveLength(1);
  expect((await consoleFrame(mei, {})).critical).toEqual([]);
  await abortRun(mei, { ref, safeStateNote: 'Users stay where they are.' });
});

test('ruled out is not settled; settled on its own page, users may be led back', async () => {
  await db().finding.updateMany({
    where: { runId: { not: null } },
    data: { settlement: null, settledAt: null },
  });
  const [finding] = await found();
  const { id = '', version = 0 } = finding ?? {};
  await ruleOutFinding(mei, { id, version });
  await expect(back()).rejects.toMatchObject({ code: 'precondition' });
  const { items } = await findingList(mei, {});
  const how = 'It took nothing: its log is empty.';
  await settleFinding(mei, { id, version: items[0]?.version ?? 0, how });
  const { ref } = await back();
  expect(await runRead(mei, { ref })).toMatchObject({ mode: 'LIVE', kind: 'FAILBACK' });
  expect(await db().event.count({ where: { type: 'finding.settled' } })).toBe(1);
});

test('settled but not retired it is found again; retired it is watched no more', async () => {
  await db().finding.updateMany({ data: { settledAt: new Date(0) } });
  await watchOldPrimaries();
  const open = await db().finding.findFirstOrThrow({ where: { settlement: null } });
  const how = 'Its address belongs to another machine now.';
  await settleFinding(mei, { id: open.id, version: open.version, how, retired: true });
  await db().finding.updateMany({ data: { settledAt: new Date(0) } });
  await watchOldPrimaries();
  expect([await db().finding.count({ where: { settlement: null } }), (await found()).length]).toEqual([0, 2]);
});
