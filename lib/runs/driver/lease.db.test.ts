import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { until } from '@/lib/platform/testing/until';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { abortRun } from '@/lib/runs/commands/abort';
import { beginRun } from '@/lib/runs/commands/begin';
import { startRun } from '@/lib/runs/commands/start';
import { runRead } from '@/lib/runs/queries/read';
import { answer } from '@/lib/runs/testing/automation-server';
import { driveAll, expireLeases } from '@/lib/runs/testing/drive';
import { type Ground, planOf, startGround } from '@/lib/runs/testing/ground';
import { driveRun } from './drive';
import { claimRun, LeaseLost } from './lease';
import { startRunDriver } from './start';
import { transition } from './transition';

testDatabase();

let ground: Ground;
let mei: Context & { memberId: string };

beforeAll(async () => {
  mei = await makeMember('MANAGER', 'Mei');
  ground = await startGround('shop');
});
afterAll(async () => await ground.stop());

async function begun(action: string): Promise<string> {
  const planId = await planOf(ground.serviceId, [[ground.automated(action)], [ground.verification()]]);
  const { ref } = await startRun(mei, { planId, mode: 'DRILL' });
  await beginRun(mei, { ref });
  return ref;
}

test('a run has one driver; one that was taken for dead writes nothing any more', async () => {
  const ref = await begun(`act-${newId()}`);
  const first = await claimRun('first');
  if (!first) throw new Error('Nothing was due.');
  expect(await claimRun('second')).toBeNull();
  await expireLeases();
  const second = await claimRun('second');
  expect(second).toMatchObject({ runId: first.runId, taken: true, fence: first.fence + 1n });
  await expect(transition(first, async () => undefined)).rejects.toBeInstanceOf(LeaseLost);
  await driveRun(first, { stop: new AbortController().signal });
  expect(await runRead(mei, { ref })).toMatchObject({ state: 'RUNNING', steps: [{ state: 'PENDING' }, {}] });
  if (second) await driveRun(second, { stop: new AbortController().signal });
  expect(await runRead(mei, { ref })).toMatchObject({ state: 'VERIFIED' });
});

test('the answer to a driver that lost the run meanwhile changes nothing; the step is unknown', async () => {
  const action = `act-${newId()}`;
  const ref = await begun(action);
  let settled: Promise<void> | null = null;
  ground.automation.behaviours.set(action, (_, response) => {
    settled = expireLeases()
      .then(() => driveAll('second'))
      .then(() => answer(response, 200, { state: 'done' }));
  });
  const first = await claimRun('first');
  if (first) await driveRun(first, { stop: new AbortController().signal });
  await settled;
  expect(await runRead(mei, { ref })).toMatchObject({ state: 'WAITING', steps: [{ state: 'UNKNOWN' }, {}] });
  expect(ground.automation.calls(action)).toHaveLength(1);
  await abortRun(mei, { ref, safeStateNote: 'It was done.' });
});

test('many drivers at once drive many runs, each call made once', async () => {
  const actions = Array.from({ length: 6 }, () => `act-${newId()}`);
  const refs = await Promise.all(actions.map(begun));
  const drivers = ['one', 'two', 'three'].map((name) => startRunDriver(`${name}-${newId()}`));
  await until('every run to be verified', async () => {
    return (await db().run.count({ where: { ref: { in: refs }, state: 'VERIFIED' } })) === refs.length;
  });
  await Promise.all(drivers.map((driver) => driver.stop()));
  expect(actions.map((action) => ground.automation.calls(action).length)).toEqual(actions.map(() => 1));
});
