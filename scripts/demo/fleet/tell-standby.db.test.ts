import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { settingsInForce } from '@/lib/settings/in-force';
import { TestFleet } from '@/scripts/demo/fleet/testing/start-fleet';
import { makeDemo } from '@/scripts/demo/story/make';
import { keepFleet, readCredentials } from './fleet-file';
import { fleetAddresses, tellStandby } from './tell-standby';

testDatabase();

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await TestFleet.start();
  await makeDemo();
});
afterAll(() => fleet.stop());

test('the demo knows its servers: plans published without a fault, a baseline of the real shop, secrets at both ends', async () => {
  const standby = 'http://127.0.0.1:9';
  await tellStandby(fleet.folder, standby, true);
  const plans = await db().plan.findMany({ include: { versions: true }, orderBy: { kind: 'asc' } });
  expect(plans.map(({ kind, published }) => [kind, published])).toEqual([
    ['SWITCHOVER', 1],
    ['FAILOVER', 1],
    ['REBUILD', 1],
    ['FAILBACK', 1],
  ]);
  const baseline = await db().baseline.findFirstOrThrow({ include: { cases: true } });
  expect(baseline).toMatchObject({ number: 1, address: fleet.address('live', 'front') });
  expect(baseline.cases).toHaveLength(11);
  const first = readCredentials(fleet.folder);
  expect(first?.automation.live).toMatch(/^whsec_/);
  expect(first?.heartbeat.url).toMatch(
    /^http:\/\/127\.0\.0\.1:9\/api\/v1\/datasets\/[0-9a-f-]{36}\/snapshots$/,
  );
  const { settings } = await settingsInForce();
  expect(settings.outgoing.allow).toHaveLength(10);

  // Another start changes nothing; one on other ports changes the addresses alone.
  await tellStandby(fleet.folder, standby, false);
  expect(readCredentials(fleet.folder)).toEqual(first);
  expect(await db().planVersion.count()).toBe(4);
  const { ports, token } = fleet.file;
  const live = { ...ports.live, front: ports.live.front === 9_001 ? 9_002 : 9_001 };
  keepFleet(fleet.folder, { ports: { ...ports, live }, token });
  await tellStandby(fleet.folder, standby, false);
  const moved = fleetAddresses(fleet.folder).live.front;
  expect(await db().service.findUnique({ where: { slug: 'shop' } })).toMatchObject({ publicAddress: moved });
  const versions = await db().planVersion.findMany({ where: { number: 2 } });
  expect(versions).toHaveLength(4);
  for (const { content } of versions) expect(JSON.stringify(content)).toContain(moved);
  keepFleet(fleet.folder, { ports, token });
});
