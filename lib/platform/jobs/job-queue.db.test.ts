import { afterAll, expect, inject, test } from 'vitest';
import { closeDatabase, connectDatabase } from '@/lib/database/db';
import { prepareDatabase } from '@/lib/database/postgres/roles';
import { administer, testDatabase } from '@/lib/database/testing/database';
import { checkSecret } from '@/lib/platform/secrets/check-secret';
import { until } from '@/lib/platform/testing/until';
import { startJobs } from './job-queue';

const database = testDatabase();
const refuseWrites = (to: 'set default_transaction_read_only = on' | 'reset default_transaction_read_only') =>
  administer(inject('database').adminUrl, `alter database "${database.name}" ${to}`);
afterAll(() => refuseWrites('reset default_transaction_read_only'));

test('on a database that takes no writes a start goes on, and due work begins when it takes some', async () => {
  await checkSecret(false);
  await closeDatabase();
  await refuseWrites('set default_transaction_read_only = on');
  expect(await prepareDatabase(database)).toEqual({ applied: [], oneRole: false });
  connectDatabase(database.url);
  await checkSecret(false);
  const handled: string[] = [];
  const jobs = await startJobs([
    { name: 'started-late', handle: async (id) => void handled.push(id), due: async () => ['due'] },
  ]);
  expect(handled).toEqual([]);
  await refuseWrites('reset default_transaction_read_only');
  await until('the job to be done', () => handled.includes('due'));
  await jobs.stop();
});

test('what one queue cannot read keeps no other from its due work', async () => {
  const handled: string[] = [];
  const broken = async (): Promise<string[]> => Promise.reject(new Error('of its statement'));
  const jobs = await startJobs([
    { name: 'cannot-read', handle: async () => {}, due: broken },
    { name: 'reads', handle: async (id) => void handled.push(id), due: async () => ['due'] },
  ]);
  await until('the job to be done', () => handled.includes('due'));
  await jobs.stop();
});

test('whoever stops before due work began waits for nothing', async () => {
  await closeDatabase();
  await refuseWrites('set default_transaction_read_only = on');
  connectDatabase(database.url);
  const jobs = await startJobs([{ name: 'never-started', handle: async () => {} }]);
  await jobs.stop();
});
