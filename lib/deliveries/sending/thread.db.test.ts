import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { startMailServer, type TestMailServer } from '@/lib/deliveries/testing/mail-server';
import { letTimePass, prepareDelivery } from '@/lib/deliveries/testing/waiting';
import { newId } from '@/lib/platform/ids';
import { makeIncident } from '@/lib/reports/testing/people-and-incidents';
import { openSender, type Sender } from './sender';

testDatabase();

let server: TestMailServer;
let sender: Sender;

beforeAll(async () => {
  server = await startMailServer();
  sender = openSender({ smtpUrl: server.url });
});
afterAll(async () => {
  sender.close();
  await server.stop();
});

const header = (raw: string, name: string) =>
  new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(raw)?.[1]?.replaceAll(/\s+/g, ' ') ?? '';

test('the mails of one incident are one thread for each recipient, under ids of their own', async () => {
  const incidentId = await makeIncident(9001);
  const other = await makeIncident(9002);
  const recipientId = newId();
  const to = { address: 'thread@eastgate.example', recipientId };
  const ids: string[] = [];
  for (const about of [incidentId, incidentId, other, incidentId]) {
    const id = await prepareDelivery({ ...to, incidentId: about, purpose: 'clock-missed' });
    await sender.send(id);
    ids.push(id);
  }
  const mails = server.arrived.filter(({ to: [address] }) => address === to.address).map(({ raw }) => raw);
  expect(mails).toHaveLength(4);
  const [first, second, foreign, last] = mails.map((raw) => ({
    id: header(raw, 'Message-ID'),
    references: header(raw, 'References').split(' '),
    parent: header(raw, 'In-Reply-To'),
  })) as [Header, Header, Header, Header];
  expect(new Set(mails.map((raw) => header(raw, 'Message-ID'))).size).toBe(4);
  expect(second.references).toEqual([first.references[0], first.id]);
  expect(last.references).toEqual([first.references[0], first.id]);
  expect([second.parent, last.parent]).toEqual([first.id, first.id]);
  expect(foreign.references).toHaveLength(1);
  expect(foreign.references).not.toContain(first.references[0]);
  expect(await db().delivery.count({ where: { id: { in: ids }, state: 'SENT' } })).toBe(4);
});

test('a mail that is tried again is the same mail', async () => {
  server.atData = (_address, count) => (count === 1 ? { code: 451, text: 'later' } : null);
  const id = await prepareDelivery({
    address: 'again@eastgate.example',
    incidentId: await makeIncident(9003),
  });
  await sender.send(id);
  await letTimePass();
  await sender.send(id);
  const { messageId, attempts } = await db().delivery.findUniqueOrThrow({ where: { id } });
  expect(attempts).toBe(2);
  const [mail] = server.arrived.filter(({ to: [address] }) => address === 'again@eastgate.example');
  expect(header(mail?.raw ?? '', 'Message-ID')).toBe(messageId);
});

interface Header {
  id: string;
  references: string[];
  parent: string;
}
