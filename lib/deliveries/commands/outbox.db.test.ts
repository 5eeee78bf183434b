import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { listDeliveries } from '@/lib/deliveries/queries/list';
import { readDelivery, readDeliveryHtml } from '@/lib/deliveries/queries/read';
import { claimDeliveries } from '@/lib/deliveries/sending/claim';
import { settleDeliveries } from '@/lib/deliveries/sending/settle';
import { fileAs, tellEverybody } from '@/lib/deliveries/testing/people';
import { prepareDelivery } from '@/lib/deliveries/testing/waiting';
import { invite } from '@/lib/members/commands/invite';
import { newId } from '@/lib/platform/ids';
import { settings } from '@/lib/platform/process/environment';
import { makeMember, type Staff } from '@/lib/reports/testing/people-and-incidents';
import { allowAddress } from './allow-address';
import { giveUpDelivery } from './give-up';
import { retryDelivery } from './retry';
import { retryAllDeliveries } from './retry-all';

testDatabase();

let responder: Staff;
let admin: Staff;
let developer: Staff;

beforeAll(async () => {
  responder = await makeMember('RESPONDER', 'Tom');
  admin = await makeMember('ADMIN', 'Ada');
  developer = await makeMember('DEVELOPER', 'Dev');
  settings().smtpUrl = 'smtp://127.0.0.1:9';
});
afterAll(() => {
  settings().smtpUrl = undefined;
});

async function inState(state: 'DEAD' | 'RETRY' | 'SENT' | 'PENDING', more: object = {}): Promise<string> {
  const id = await prepareDelivery({ address: `${newId()}@example.org` });
  const sentAt = state === 'SENT' ? new Date() : null;
  await db().delivery.update({ where: { id }, data: { state, sentAt, attempts: 3, ...more } });
  return id;
}

const stored = (id: string) => db().delivery.findUniqueOrThrow({ where: { id } });
const eventsOf = async (id: string) =>
  (await db().event.findMany({ where: { subjects: { some: { subjectId: id } } } })).map(({ type }) => type);

describe('try now', () => {
  test('brings a dead one back, hurries a waiting one, and leaves a sent one alone', async () => {
    const dead = await inState('DEAD');
    expect(await retryDelivery(responder, { id: dead })).toMatchObject({ state: 'RETRY', version: 2 });
    expect(await eventsOf(dead)).toEqual(['delivery.retried']);
    const later = new Date(Date.now() + 3_600_000);
    const waiting = await inState('RETRY', { nextTryAt: later });
    await retryDelivery(responder, { id: waiting });
    expect((await stored(waiting)).nextTryAt?.getTime()).toBeLessThan(later.getTime());
    const sent = await inState('SENT');
    await expect(retryDelivery(responder, { id: sent })).rejects.toMatchObject({ code: 'conflict' });
    expect(await eventsOf(sent)).toEqual([]);
  });

  test('is refused while it is being sent, to a developer, without a mail server, and for nothing', async () => {
    const busy = await inState('RETRY', { claimedBy: 'x', claimedUntil: new Date(Date.now() + 60_000) });
    await expect(retryDelivery(responder, { id: busy })).rejects.toMatchObject({ code: 'conflict' });
    const dead = await inState('DEAD');
    await expect(retryDelivery(developer, { id: dead })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(retryDelivery(responder, { id: newId() })).rejects.toMatchObject({ code: 'not_found' });
    settings().smtpUrl = undefined;
    await expect(retryDelivery(responder, { id: dead })).rejects.toMatchObject({ code: 'precondition' });
    settings().smtpUrl = 'smtp://127.0.0.1:9';
  });

  test('of all brings back whatever needs somebody, once', async () => {
    const ids = [
      await inState('DEAD'),
      await inState('RETRY', { nextTryAt: new Date(Date.now() + 3_600_000) }),
    ];
    const sent = await inState('SENT');
    const { count } = await retryAllDeliveries(responder, {});
    expect(count).toBeGreaterThanOrEqual(2);
    for (const id of ids) expect(await stored(id)).toMatchObject({ state: 'RETRY' });
    expect(await stored(sent)).toMatchObject({ state: 'SENT' });
    expect(await db().event.count({ where: { type: 'delivery.retriedAll' } })).toBe(1);
    await expect(retryAllDeliveries(developer, {})).rejects.toMatchObject({ code: 'forbidden' });
  });
});

test('an address that takes nothing is opened again by an admin alone, and the audit log has it', async () => {
  const address = 'silent@eastgate.example';
  const id = await prepareDelivery({ address });
  await db().suppression.create({ data: { channel: 'EMAIL', address, reason: 'COMPLAINED' } });
  await expect(allowAddress(responder, { id })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await readDelivery(responder, { id })).toMatchObject({ mayAllowAddress: false });
  expect(await readDelivery(admin, { id })).toMatchObject({ mayAllowAddress: true });
  await allowAddress(admin, { id });
  expect(await db().suppression.count({ where: { address } })).toBe(0);
  expect(await eventsOf(id)).toEqual(['delivery.addressAllowed']);
  await expect(allowAddress(admin, { id })).rejects.toMatchObject({ code: 'conflict' });
});

test('give up puts it aside for good, and only what is not sent', async () => {
  const dead = await inState('DEAD');
  await giveUpDelivery(responder, { id: dead });
  expect(await stored(dead)).toMatchObject({ state: 'SUPPRESSED', suppressReason: 'BY_HAND' });
  expect(await eventsOf(dead)).toEqual(['delivery.givenUp']);
  await expect(retryDelivery(responder, { id: dead })).rejects.toMatchObject({ code: 'conflict' });
  const sent = await inState('SENT');
  await expect(giveUpDelivery(responder, { id: sent })).rejects.toMatchObject({ code: 'conflict' });
  await expect(giveUpDelivery(developer, { id: sent })).rejects.toMatchObject({ code: 'forbidden' });
});

test('a worker that tries meanwhile, and a try of all, refuse nobody who saw it before; a person does', async () => {
  const id = await inState('PENDING');
  const [claim] = await claimDeliveries([id], 'worker', 60);
  if (!claim) throw new Error('It was not claimed.');
  const at = new Date();
  const attempt = {
    outcome: 'REFUSED_FOR_NOW',
    code: '451',
    answer: 'Later',
    startedAt: at,
    finishedAt: at,
  } as const;
  const settled = {
    claim,
    state: 'RETRY',
    suppress: null,
    waitSeconds: 900,
    attempt,
    bounced: false,
  } as const;
  await settleDeliveries([settled], 'worker');
  await retryAllDeliveries(admin, {});
  expect(await retryDelivery(responder, { id, version: 1 })).toMatchObject({ version: 2 });
  await expect(giveUpDelivery(admin, { id, version: 1 })).rejects.toMatchObject({
    code: 'conflict',
    details: { by: 'Tom', act: 'A message is tried again' },
  });
  expect(await giveUpDelivery(admin, { id, version: 2 })).toMatchObject({ state: 'SUPPRESSED' });
});

describe('the outbox', () => {
  test('lists page after page without gaps or doubles, by what needs somebody', async () => {
    await db().delivery.deleteMany({});
    const made: string[] = [];
    for (let number = 0; number < 7; number += 1) made.push(await inState(number % 2 ? 'DEAD' : 'SENT'));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listDeliveries(responder, { limit: 3, ...(after ? { after } : {}) });
      seen.push(...page.rows.map(({ id }) => id));
      expect(page.counts).toMatchObject({ SENT: 4, DEAD: 3 });
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toEqual([...made].reverse());
    const needsYou = await listDeliveries(responder, { show: 'needs-you' });
    expect(needsYou.rows.every(({ state }) => state === 'DEAD')).toBe(true);
    await expect(listDeliveries(developer, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listDeliveries(responder, { after: 'x' })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('shows private links while nothing can be sent, and afterwards to admins alone', async () => {
    const { ref } = await fileAs('nadia@eastgate.example');
    await tellEverybody();
    const { id } = await db().delivery.findFirstOrThrow({ where: { report: { ref } } });
    const textFor = async (who: Staff) => (await readDelivery(who, { id })).mail?.text ?? '';
    expect(await textFor(responder)).not.toContain('/track/');
    expect(await textFor(responder)).toContain('(private link)');
    expect(await textFor(admin)).toContain('https://status.example/track/');
    settings().smtpUrl = undefined;
    expect(await textFor(responder)).toContain('https://status.example/track/');
    expect((await listDeliveries(responder, {})).mailServer).toBe(false);
    settings().smtpUrl = 'smtp://127.0.0.1:9';
  });

  test('keeps the link of an invitation from everybody but admins, whatever is set up', async () => {
    settings().smtpUrl = undefined;
    await invite(admin, { email: 'mei@team.example', role: 'RESPONDER' });
    await tellEverybody();
    const { id } = await db().delivery.findFirstOrThrow({ where: { purpose: 'invitation' } });
    expect((await readDelivery(responder, { id })).mail).toMatchObject({ text: null, withLinks: false });
    await expect(readDeliveryHtml(responder, { id })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await readDelivery(admin, { id })).mail?.text).toMatch(
      /https:\/\/status\.example\/invitation\/\S+/,
    );
    expect(await readDeliveryHtml(admin, { id })).toContain('/invitation/');
    settings().smtpUrl = 'smtp://127.0.0.1:9';
  });
});
