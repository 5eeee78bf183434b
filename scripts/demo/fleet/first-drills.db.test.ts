import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { snapshotVerifications } from '@/lib/datasets/verify-snapshot';
import { startSequencer } from '@/lib/platform/events/sequencer';
import { startRunDriver } from '@/lib/runs/driver/start';
import { addApiRoute } from '@/lib/web/routes/api-route';
import { type RunningServer, runServer } from '@/lib/web/testing/running-server';
import { get, TestFleet } from '@/scripts/demo/fleet/testing/start-fleet';
import { runFirstDrills } from '@/scripts/demo/register/first-drills';
import { makeDemo } from '@/scripts/demo/story/make';
import { tellStandby } from './tell-standby';

testDatabase();

let fleet: TestFleet;
let standby: RunningServer;

beforeAll(async () => {
  addApiRoute();
  standby = await runServer(async (_request, response) => void response.writeHead(404).end());
  process.env.STANDBY_URL = standby.url;
  fleet = await TestFleet.start();
  await makeDemo();
  await tellStandby(fleet.folder, standby.url, true);
});

afterAll(async () => {
  await fleet.stop();
  await standby.stop();
});

test('the first start fails over and rebuilds in the rehearsal, both verified, once', async () => {
  const said: string[] = [];
  const never = new AbortController().signal;
  const running = [startSequencer('test'), startRunDriver('test')];
  const looks = setInterval(() => {
    void snapshotVerifications.due?.().then((ids) => Promise.all(ids.map(snapshotVerifications.handle)));
  }, 300);
  // The start is cut off in the middle of the first drill; the next one takes it up again.
  const cut = new AbortController();
  await runFirstDrills((line) => {
    said.push(line);
    if (line.includes('phase 2')) cut.abort();
  }, cut.signal);
  expect(await db().run.findMany()).toMatchObject([{ kind: 'FAILOVER' }]);
  await runFirstDrills((line) => said.push(line), never);
  clearInterval(looks);
  const runs = await db().run.findMany({
    orderBy: { createdAt: 'asc' },
    include: { steps: true, snapshots: true },
  });
  expect(runs.map(({ kind, mode, state }) => [kind, mode, state])).toEqual([
    ['FAILOVER', 'DRILL', 'VERIFIED'],
    ['REBUILD', 'DRILL', 'VERIFIED'],
  ]);
  for (const run of runs) {
    expect(run.rtaSeconds).not.toBeNull();
    expect(run.steps.every(({ state }) => state === 'DONE')).toBe(true);
  }
  expect(runs[1]?.snapshots).toMatchObject([{ passed: true, restoredAt: expect.any(Date) }]);
  expect(said.at(-1)).toMatch(
    /^Drill DR-\d+, Rebuild the shop from a snapshot: verified after \d+ (s|min)\.$/,
  );
  // The rehearsal is on the rebuilt shop; users are where they were.
  expect(await get(`${fleet.address('drill', 'front')}/items/1`)).toMatchObject({
    status: 200,
    servedBy: 'shop-3',
  });
  expect(await get(`${fleet.address('live', 'front')}/items/1`)).toMatchObject({
    status: 200,
    servedBy: 'shop-1',
  });

  await runFirstDrills((line) => said.push(line), never);
  expect(await db().run.count()).toBe(2);
  for (const part of running) await part.stop();
});
