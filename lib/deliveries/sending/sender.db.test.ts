import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { administer, testDatabase } from '@/lib/database/testing/database';
import { startMailServer, type TestMailServer } from '@/lib/deliveries/testing/mail-server';
import { confirmedSubscriber } from '@/lib/deliveries/testing/people';
import { letTimePass, prepareDelivery } from '@/lib/deliveries/testing/waiting';
import { newId } from '@/lib/platform/ids';
import { until } from '@/lib/platform/testing/until';
import { makeIncident } from '@/lib/reports/testing/people-and-incidents';
import { oneClickPath } from '@/lib/subscribers/link';
import { dueDeliveries } from './due';
import { openSender, type Sender } from './sender';

const database = testDatabase();

let server: TestMailServer;
let sender: Sender;
const again: string[] = [];

beforeAll(async () => {
  server = await startMailServer();
  sender = openSender({ smtpUrl: server.url, again: async (id) => void again.push(id) });
});
afterEach(() => {
  Object.assign(server, { atRecipient: () => null, atData: () => null, delay: 0 });
});
afterAll(async () => {
  sender.close();
  await server.stop();
});

const stored = (id: string) =>
  db().delivery.findUniqueOrThrow({ where: { id }, include: { tries: { orderBy: { number: 'asc' } } } });

describe('a try', () => {
  test('that is accepted is sent, once, with what the server answered', async () => {
    const id = await prepareDelivery({ address: 'nadia@eastgate.example', name: 'Nadia' });
    await Promise.all([sender.send(id), sender.send(id)]);
    await sender.send(id);
    const row = await stored(id);
    expect(row).toMatchObject({ state: 'SENT', attempts: 1, claimedBy: null, lastError: null });
    expect(row.tries).toMatchObject([{ number: 1, outcome: 'SENT', code: '250' }]);
    const [mail, ...others] = await server.parsed('nadia@eastgate.example');
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ messageId: row.messageId, subject: 'News' });
    expect(mail?.from?.text).toBe('"Thornmere services" <standby@status.example>');
    expect(mail?.replyTo?.value[0]?.address).toBe('desk@thornmere.example');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.headers.has('list-unsubscribe')).toBe(false);
    expect(mail?.text).toContain('We are looking.');
  });

  test('that is refused for now comes again later, and a lasting refusal ends it', async () => {
    server.atData = (_address, count) => (count === 1 ? { code: 451, text: 'try again later' } : null);
    const id = await prepareDelivery({ address: 'owen@northgate.example' });
    const began = Date.now();
    await sender.send(id);
    const waiting = await stored(id);
    expect(waiting).toMatchObject({ state: 'RETRY', attempts: 1, sentAt: null });
    expect(waiting.lastError).toContain('451');
    expect(waiting.nextTryAt?.getTime()).toBeGreaterThan(began + 2_000);
    expect(again).toContain(id);
    await sender.send(id);
    expect((await stored(id)).attempts).toBe(1);
    await letTimePass();
    await sender.send(id);
    expect(await stored(id)).toMatchObject({ state: 'SENT', attempts: 2 });

    server.atRecipient = () => ({ code: 550, text: '5.1.1 no such user' });
    const dead = await prepareDelivery({ address: 'gone@northgate.example' });
    await sender.send(dead);
    const row = await stored(dead);
    expect(row).toMatchObject({ state: 'DEAD', attempts: 1 });
    expect(row.tries).toMatchObject([{ outcome: 'REFUSED', code: '550' }]);
    const event = await db().event.findFirstOrThrow({
      where: { type: 'delivery.died', subjects: { some: { subjectId: dead } } },
    });
    expect(JSON.stringify(event.data)).not.toContain('gone@');
    expect(await db().suppression.count({ where: { address: 'gone@northgate.example' } })).toBe(0);
  });

  test('at which the server hangs up or is away is no answer', async () => {
    server.atData = () => 'drop';
    const id = await prepareDelivery({ address: 'drop@northgate.example' });
    await sender.send(id);
    const row = await stored(id);
    expect(row).toMatchObject({ state: 'RETRY', attempts: 1 });
    expect(row.tries).toMatchObject([{ outcome: 'NO_ANSWER' }]);
    expect(server.arrived.filter(({ to }) => to.includes('drop@northgate.example'))).toEqual([]);

    const nowhere = openSender({ smtpUrl: 'smtp://127.0.0.1:9' });
    const other = await prepareDelivery({ address: 'away@northgate.example' });
    await nowhere.send(other);
    nowhere.close();
    expect(await stored(other)).toMatchObject({
      state: 'RETRY',
      lastError: expect.stringContaining('127.0.0.1'),
    });
  });

  test('that cannot be written down takes no other with it', async () => {
    const [poison, ...others] = await Promise.all(
      ['pia', 'rui', 'sam'].map((name) => prepareDelivery({ address: `${name}@northgate.example` })),
    );
    await administer(
      database.ownerUrl,
      `create function refuse_sent() returns trigger language plpgsql as $$ begin
        if new.id = '${poison}' and new.state = 'SENT' then raise 'refused' using errcode = 'XX000'; end if;
        return new; end $$;
      create trigger refuse_sent before update on delivery for each row execute function refuse_sent()`,
    );
    const [first, ...rest] = await Promise.allSettled([poison, ...others].map((id) => sender.send(id ?? '')));
    expect([first?.status, ...rest.map(({ status }) => status)]).toEqual([
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    for (const id of others) expect(await stored(id)).toMatchObject({ state: 'SENT', attempts: 1 });
    // It is due again, and was sent: that is told, and only writing it down is tried again.
    const { says } = await db().concern.findUniqueOrThrow({ where: { name: 'sent mail' } });
    expect(says).toMatch(/^A mail was sent, .*refused/);
    const due = { claimedUntil: new Date(0), createdAt: new Date(0) };
    await db().delivery.update({ where: { id: poison ?? '' }, data: due });
    await expect(sender.send(poison ?? '')).rejects.toThrow('refused');
    await administer(database.ownerUrl, 'drop trigger refuse_sent on delivery');
    await db().delivery.update({ where: { id: poison ?? '' }, data: due });
    await sender.send(poison ?? '');
    expect(await stored(poison ?? '')).toMatchObject({ state: 'SENT', attempts: 1 });
    expect(await server.parsed('pia@northgate.example')).toHaveLength(1);
  });

  test('that another process has begun is left to it until its claim runs out', async () => {
    const id = await prepareDelivery({ address: 'claimed@northgate.example' });
    const claim = (until: Date) =>
      db().delivery.update({ where: { id }, data: { claimedBy: 'another', claimedUntil: until } });
    await claim(new Date(Date.now() + 60_000));
    expect(await dueDeliveries()).not.toContain(id);
    await sender.send(id);
    expect(await stored(id)).toMatchObject({ state: 'PENDING', attempts: 0 });
    await claim(new Date(Date.now() - 1));
    expect(await dueDeliveries()).toContain(id);
    await sender.send(id);
    expect(await stored(id)).toMatchObject({ state: 'SENT', attempts: 1 });
  });

  test('that lasts longer than its claim stays with the process that lives', async () => {
    const id = await prepareDelivery({ address: 'slow@northgate.example' });
    const slow = openSender({ smtpUrl: server.url, claimSeconds: 3 });
    const answered = Promise.withResolvers<void>();
    server.beforeAnswer = () => answered.promise;
    const sending = slow.send(id);
    const ends = new Set<number>();
    // The end of the claim moves on at least twice while the server takes its time.
    await until('the claim was renewed twice', async () => {
      const { claimedUntil } = await stored(id);
      if (!claimedUntil) return false;
      ends.add(claimedUntil.getTime());
      expect(await dueDeliveries()).not.toContain(id);
      return ends.size >= 3;
    });
    answered.resolve();
    await sending;
    slow.close();
    expect(await stored(id)).toMatchObject({ state: 'SENT', attempts: 1 });
  });
});

describe('a subscriber', () => {
  test('can end it with one click, and a missing mailbox is written down', async () => {
    const subscriberId = await confirmedSubscriber({ email: 'one@westfield.example' });
    const about = { recipientKind: 'SUBSCRIBER' as const, recipientId: subscriberId, purpose: 'update' };
    const id = await prepareDelivery({ address: 'one@westfield.example', ...about });
    await sender.send(id);
    const [raw] = server.arrived.filter(({ to }) => to.includes('one@westfield.example'));
    const unfolded = raw?.raw.replaceAll(/\r\n[ \t]+/g, ' ') ?? '';
    expect(unfolded).toContain(`List-Unsubscribe: <https://status.example${oneClickPath(subscriberId)}>`);
    expect(unfolded).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');

    server.atRecipient = () => ({ code: 550, text: '5.1.1 no such user' });
    await sender.send(await prepareDelivery({ address: 'one@westfield.example', ...about }));
    expect(
      await db().suppression.findUniqueOrThrow({
        where: { channel_address: { channel: 'EMAIL', address: 'one@westfield.example' } },
      }),
    ).toMatchObject({ reason: 'BOUNCED' });
  });

  test('who left meanwhile gets nothing', async () => {
    const recipientId = await confirmedSubscriber({ email: 'left@westfield.example' });
    const about = { recipientKind: 'SUBSCRIBER' as const, recipientId, purpose: 'update' };
    const id = await prepareDelivery({ address: 'left@westfield.example', ...about });
    await db().subscriber.update({ where: { id: recipientId }, data: { state: 'UNSUBSCRIBED' } });
    await sender.send(id);
    expect(await stored(id)).toMatchObject({
      state: 'SUPPRESSED',
      suppressReason: 'UNSUBSCRIBED',
      attempts: 0,
    });
    expect(await server.parsed('left@westfield.example')).toEqual([]);
  });

  test('never gets an older update after a newer one', async () => {
    const incidentId = await makeIncident(4101);
    const about = { incidentId, recipientId: newId(), purpose: 'update', address: 'order@westfield.example' };
    const older = await prepareDelivery({
      ...about,
      subject: 'Older',
      createdAt: new Date(Date.now() - 60_000),
    });
    const newer = await prepareDelivery({ ...about, subject: 'Newer' });
    await Promise.all([sender.send(newer), sender.send(older)]);
    expect(await stored(older)).toMatchObject({ state: 'SUPPRESSED', suppressReason: 'NEWER' });
    await sender.send(newer);
    expect(await stored(newer)).toMatchObject({ state: 'SENT' });
    expect((await server.parsed('order@westfield.example')).map(({ subject }) => subject)).toEqual(['Newer']);
  });
});

test('nothing that a person typed adds a header or a recipient', async () => {
  const id = await prepareDelivery({
    address: 'victim@example.org',
    name: 'Eve\r\nBcc: eve@evil.example, "x" <eve@evil.example>',
    subject: 'Hello\r\nBcc: eve@evil.example\r\n\r\n<h1>body</h1>',
    text: 'Line\r\n.\r\nMAIL FROM:<eve@evil.example>\r\nRCPT TO:<eve@evil.example>',
  });
  await sender.send(id);
  const arrived = server.arrived.filter(({ to }) => to.includes('victim@example.org'));
  expect(arrived.map(({ to }) => to)).toEqual([['victim@example.org']]);
  const [mail] = await server.parsed('victim@example.org');
  expect(mail?.bcc).toBeUndefined();
  expect(mail?.cc).toBeUndefined();
  expect([mail?.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address))).toEqual([
    'victim@example.org',
  ]);
  expect(server.arrived.some(({ to }) => to.includes('eve@evil.example'))).toBe(false);
});
