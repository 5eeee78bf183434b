import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import { startMailServer, type TestMailServer } from '@/lib/deliveries/testing/mail-server';
import { deliveriesTo, fileAs, tellEverybody } from '@/lib/deliveries/testing/people';
import { readEvents } from '@/lib/platform/events/read-events';
import { type Jobs, startJobs } from '@/lib/platform/jobs/job-queue';
import { settings } from '@/lib/platform/process/environment';
import { until } from '@/lib/platform/testing/until';
import { deliveriesToStart, deliveryQueue, deliveryQueueName } from './queue';

testDatabase();

let server: TestMailServer;
let jobs: Jobs;
const queue = deliveryQueue((id, at) => jobs.send(deliveryQueueName, id, at));

beforeAll(async () => {
  server = await startMailServer();
  jobs = await startJobs([queue]);
});
afterAll(async () => {
  await jobs.stop();
  await server.stop();
  settings().smtpUrl = undefined;
});

test('without a mail server everything waits; with one it goes, and goes again when it was refused', async () => {
  settings().smtpUrl = undefined;
  const { ref } = await fileAs('nadia@eastgate.example');
  await tellEverybody();
  const events = await readEvents(0n, 100);
  const [receipt] = await deliveriesTo('nadia@eastgate.example');
  expect(await deliveriesToStart(events)).toEqual([]);
  expect(await queue.due?.()).toEqual([]);
  await queue.handle(receipt?.id ?? '');
  expect((await deliveriesTo('nadia@eastgate.example'))[0]).toMatchObject({ state: 'PENDING', attempts: 0 });

  settings().smtpUrl = server.url;
  server.atData = (_address, count) => (count === 1 ? { code: 451, text: 'try again later' } : null);
  const ids = await deliveriesToStart(events);
  expect(ids).toEqual([receipt?.id]);
  expect(await queue.due?.()).toEqual(ids);
  await jobs.sendMany(deliveryQueueName, [...ids, ...ids]);
  await until('the receipt arrives', () => server.arrived.length > 0);
  await until('it is settled', async () => {
    const [row] = await deliveriesTo('nadia@eastgate.example');
    return row?.state === 'SENT' && row.attempts === 2;
  });
  expect(server.arrived).toHaveLength(1);
  expect(server.arrived[0]?.raw).toContain(`Subject: We have your report ${ref}`);
});
