import { expect, test } from 'vitest';
import { listEvents } from '@/lib/audit/queries/list';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { listDatasets, recentSnapshots } from '@/lib/datasets/queries/list';
import { wholeSnapshots } from '@/lib/datasets/rules/whole';
import { watchDatasets } from '@/lib/datasets/watch';
import { cliContext } from '@/lib/platform/context';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { createService } from '@/lib/services/commands/create';
import { acceptSnapshot } from './accept-snapshot';
import { createDataset } from './create';
import { reportSnapshot } from './report-snapshot';

testDatabase();

test('who knows that a small one is right says so once, with a reason, and it is in the log', async () => {
  const priya = await makeMember('RESPONDER', 'Priya');
  const [manager, developer] = [await makeMember('MANAGER', 'Mei'), await makeMember('DEVELOPER', 'Dev')];
  const { id: serviceId } = await createService(cliContext(), { name: 'Shop', slug: 'shop' });
  const { id: datasetId } = await createDataset(manager, {
    serviceId,
    name: 'shop-purged',
    system: 'shop-1',
    location: 'store-1',
  });
  const beat = (number: number, sizeBytes: number, complete = true, digest = number) =>
    reportSnapshot(developer, {
      datasetId,
      externalId: `purged-${number}`,
      system: 'store-1',
      location: 'http://127.0.0.1:4105/snapshots',
      sizeBytes,
      complete,
      takenAt: new Date(Date.now() - (20 - number) * 60_000).toISOString(),
      checksum: `sha256:${String(digest).padStart(64, '0')}`,
    });
  const usual = await beat(1, 3_600_000_000);
  const empty = await beat(2, 0);
  const begun = await beat(3, 1_000_000, false);
  const { id: snapshotId } = await beat(4, 1_500_000);
  const reason = 'The orders of last year were moved to the archive.';
  const accept = (id: string) => acceptSnapshot(priya, { datasetId, snapshotId: id, reason });
  await expect(accept(usual.id)).rejects.toMatchObject({ code: 'precondition' });
  await expect(accept(empty.id)).rejects.toMatchObject({ code: 'precondition' });
  await expect(accept(begun.id)).rejects.toMatchObject({
    code: 'precondition',
    message: expect.stringMatching(/not complete/),
  });
  await expect(acceptSnapshot(developer, { datasetId, snapshotId, reason })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const newest = async () => {
    const { items } = await listDatasets(priya, { slug: 'shop' });
    return items.find(({ id }) => id === datasetId)?.snapshots[0];
  };
  expect(await newest()).toMatchObject({ whole: false, short: true, accepted: null });
  await accept(snapshotId);
  await accept(snapshotId);
  expect(await newest()).toMatchObject({
    whole: true,
    short: false,
    accepted: { by: { name: 'Priya' }, reason },
  });
  await watchDatasets();
  expect(
    await db().finding.count({ where: { datasetId, settledAt: null, sentence: { contains: 'smaller' } } }),
  ).toBe(0);
  await beat(5, 1_400_000);
  await beat(6, 100_000);
  expect(wholeSnapshots(await recentSnapshots(db(), datasetId)).map(({ externalId }) => externalId)).toEqual([
    'purged-5',
    'purged-4',
    'purged-1',
  ]);
  await beat(4, 1_500_000, false);
  await expect(beat(4, 1_400_000, false, 44)).rejects.toMatchObject({ code: 'conflict' });
  await sequenceAll();
  const { events } = await listEvents(manager, { noun: 'snapshot' });
  const [log] = events.filter(({ type }) => type === 'snapshot.accepted');
  expect(log?.what).toContain(reason);
  const told = await db().event.findMany({ where: { type: 'snapshot.accepted' } });
  expect(told.map(({ data }) => data)).toMatchObject([
    { snapshotId, sizeBytes: 1_500_000, usualBytes: 3_600_000_000 },
  ]);
});
