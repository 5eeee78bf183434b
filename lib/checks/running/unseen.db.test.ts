import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCheck } from '@/lib/checks/commands/add';
import { checkQueue } from '@/lib/checks/queue';
import { type SmallFleet, startFleet } from '@/lib/checks/testing/small-fleet';
import { db, inTransaction } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { advanceStage } from '@/lib/incidents/commands/advance';
import { declared } from '@/lib/incidents/testing/declared';
import { monitorsSighted } from '@/lib/monitors/events';
import { systemContext } from '@/lib/platform/context';
import { consume } from '@/lib/platform/events/consumers';
import { recordEvents } from '@/lib/platform/events/record-events';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { blinded } from '@/lib/probes/testing/blinding';
import { closedPort } from '@/lib/probes/testing/servers';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { askUnseenAgain } from './ask-unseen-again';

testDatabase();

let shop: SmallFleet;
let eyes: Awaited<ReturnType<typeof blinded>>;
const queue = checkQueue();

beforeAll(async () => {
  shop = await startFleet('shop');
  eyes = await blinded(shop.serviceId);
});
afterAll(async () => {
  eyes.stop();
  await shop.stop();
});

test('a check that sees nothing while Standby sees nothing is unclear, and asked again when it sees', async () => {
  const priya = await makeMember('RESPONDER', 'Priya');
  const { ref } = await declared(priya, shop.serviceId);
  await advanceStage(priya, { ref, to: 'INVESTIGATING' });
  const port = await closedPort();
  const probe = { kind: 'TCP', host: '127.0.0.1', port, timeoutMs: 500 } as const;
  const { id } = await addCheck(priya, { ref, area: 'NETWORKING', name: 'The old port', probe });
  const since = new Date(Date.now() - 60_000).toISOString();
  await queue.handle(id);
  const stands = () => db().check.findUniqueOrThrow({ where: { id }, select: { state: true } });
  expect(await stands()).toEqual({ state: 'UNCLEAR' });

  await eyes.sees();
  await inTransaction(async (tx) => {
    const until = new Date().toISOString();
    await recordEvents(tx, systemContext('monitors'), new Date(), [monitorsSighted({ since, until })]);
  });
  await sequenceAll();
  await consume(askUnseenAgain);
  expect(await stands()).toEqual({ state: 'PENDING' });
  await queue.handle(id);
  expect(await stands()).toEqual({ state: 'FAULT' });
});
