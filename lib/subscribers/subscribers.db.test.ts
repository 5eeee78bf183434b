import { describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import type { Actor } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { linkToken } from '@/lib/platform/secrets/link-token';
import { readSubjectEvents } from '@/lib/platform/testing/subject-events';
import { withinOneWindow } from '@/lib/platform/testing/within-one-window';
import { makeMember, makeService, visitor } from '@/lib/reports/testing/people-and-incidents';
import {
  asked,
  behind,
  eventsOfSubscriber,
  findSubscriber,
  recipientsOf,
} from '@/lib/subscribers/testing/subscribers';
import { changeSubscription } from './commands/change';
import { confirmSubscription } from './commands/confirm';
import { subscribe } from './commands/subscribe';
import { unsubscribe } from './commands/unsubscribe';
import { confirmationPath, oneClickPath, openSubscriptionLink, subscriptionPath } from './link';
import { listSubscribers } from './queries/list';
import { readSubscription } from './queries/read';

testDatabase();

const tokenIn = (path: string) => path.split('/')[2] ?? '';

async function confirmed(email: string, extra = {}): Promise<string> {
  const id = await asked(email, extra);
  await confirmSubscription(behind(id), { subscriberId: id });
  return id;
}

const told = async (address: string) => (await recipientsOf('MODERATE')).includes(address);

describe('subscribing', () => {
  test('asks the owner of the address, and tells nothing before they confirm', async () => {
    const id = await asked('Dana@Example.org'.toLowerCase());
    expect(await findSubscriber('dana@example.org')).toMatchObject({ state: 'PENDING', allServices: true });
    expect(await told('dana@example.org')).toBe(false);
    await confirmSubscription(behind(id), { subscriberId: id });
    await confirmSubscription(behind(id), { subscriberId: id });
    expect(await told('dana@example.org')).toBe(true);
    expect(await eventsOfSubscriber(id)).toEqual(['subscriber.asked', 'subscriber.confirmed']);
    expect(JSON.stringify(await readSubjectEvents('subscriber', id))).not.toContain('dana');
  });

  test('answers the same whatever the address is, and changes nothing of a confirmed one', async () => {
    const search = await makeService('search');
    await confirmed('known@example.org', { services: ['search'], minimumSeverity: 'CRITICAL' });
    const answers = [];
    for (const email of ['known@example.org', 'new@example.org', 'new@example.org']) {
      answers.push(Object.keys(await subscribe(visitor(), { email })).join());
    }
    expect(new Set(answers)).toEqual(new Set(['email']));
    expect(await findSubscriber('known@example.org')).toMatchObject({
      state: 'CONFIRMED',
      minimumSeverity: 'CRITICAL',
    });
    expect(await db().subscriberService.count({ where: { serviceId: search } })).toBe(1);
  });

  test('asked for twice, waits for its owner with what was asked for last', async () => {
    await makeService('ledger');
    const id = await asked('waits@example.org', { services: ['ledger'], minimumSeverity: 'SEVERE' });
    await asked('waits@example.org', { minimumSeverity: 'MODERATE' });
    expect(await readSubscription(behind(id), { subscriberId: id })).toMatchObject({
      state: 'PENDING',
      asked: true,
      allServices: true,
      minimumSeverity: 'MODERATE',
    });
    expect(await told('waits@example.org')).toBe(false);
  });

  test('two at once make one subscription', async () => {
    await Promise.all(Array.from({ length: 5 }, () => subscribe(visitor(), { email: 'race@example.org' })));
    expect(await db().subscriber.count({ where: { address: 'race@example.org' } })).toBe(1);
  });

  test('refuses a wrong address, an internal service in the words of an unknown one, and haste', async () => {
    await makeService('vault', { visibility: 'INTERNAL' });
    const wrong = (raw: object) =>
      subscribe(visitor(), { email: 'x@example.org', ...raw }).catch((error) => error);
    for (const email of ['', 'nobody', 'a@b.c\r\nBcc: x@example.org', 'a@example.org, b@example.org']) {
      expect(await wrong({ email })).toMatchObject({
        code: 'invalid',
        fields: { email: [expect.any(String)] },
      });
    }
    const internal = await wrong({ services: ['vault'] });
    expect(internal).toMatchObject({ code: 'invalid' });
    expect((await wrong({ services: ['nope'] })).message).toBe(internal.message);
    const hasty = visitor();
    const many = Array.from({ length: 25 }, (_, number) =>
      subscribe(hasty, { email: `many${number}@example.org` }).catch((error) => error.code),
    );
    expect(await Promise.all(many)).toContain('rate_limited');
  });

  test('a program that fills the hidden field causes no mail', async () => {
    await subscribe(visitor(), { email: 'bot@example.org', website: 'https://spam.example' });
    expect(await db().subscriber.count({ where: { address: 'bot@example.org' } })).toBe(0);
  });

  test('strangers who ask again and again cause few mails, and never keep the owner from theirs', () =>
    withinOneWindow(3_600, async () => {
      const email = `${newId()}@example.org`;
      const questions = async () => (await eventsOfSubscriber((await findSubscriber(email)).id)).length;
      const stranger = visitor();
      for (let number = 0; number < 8; number += 1) await subscribe(stranger, { email });
      expect(await questions()).toBe(3);
      await subscribe(visitor(), { email });
      await subscribe(visitor(), { email });
      expect(await questions()).toBe(5);
      await subscribe(visitor(), { email });
      expect(await questions()).toBe(5);
    }));

  test('what is refused for its services counts for no mailbox and not for everybody, and always is', () =>
    withinOneWindow(3_600, async () => {
      const email = `${newId()}@example.org`;
      const all = () =>
        db().rateWindow.aggregate({ where: { bucket: 'subscribe:all' }, _sum: { count: true } });
      const wrong = async (more = {}) =>
        await subscribe(visitor(), { email, services: ['nope'], ...more }).catch(({ code }) => code);
      await subscribe(visitor(), { email: `${newId()}@example.org` });
      const before = await all();
      for (let number = 0; number < 8; number += 1) expect(await wrong()).toBe('invalid');
      expect(await wrong({ website: 'https://spam.example' })).toBe('invalid');
      expect(await all()).toEqual(before);
      for (let number = 0; number < 6; number += 1) await asked(email);
      expect(await eventsOfSubscriber((await findSubscriber(email)).id)).toHaveLength(5);
      expect(await wrong()).toBe('invalid');
    }));
});

describe('links', () => {
  test('open what they were made for, and nothing when changed', async () => {
    const id = await confirmed('links@example.org');
    for (const path of [confirmationPath(id), subscriptionPath(id), oneClickPath(id)]) {
      expect(await openSubscriptionLink(visitor(), tokenIn(path))).toMatchObject({ subscriberId: id });
    }
    const token = tokenIn(subscriptionPath(id));
    const changed = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const wrong of [changed, '', linkToken('tracking', id), tokenIn(subscriptionPath(newId()))]) {
      await expect(openSubscriptionLink(visitor(), wrong)).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  test('that ran out or were used before somebody left confirm nothing', async () => {
    const late = await asked('late@example.org');
    await db().subscriber.update({
      where: { id: late },
      data: { confirmExpiresAt: new Date(Date.now() - 1) },
    });
    expect(await readSubscription(behind(late), { subscriberId: late })).toMatchObject({ asked: false });
    await expect(confirmSubscription(behind(late), { subscriberId: late })).rejects.toMatchObject({
      code: 'precondition',
    });
    const left = await confirmed('gone@example.org');
    await unsubscribe(behind(left), { subscriberId: left });
    await expect(confirmSubscription(behind(left), { subscriberId: left })).rejects.toMatchObject({
      code: 'conflict',
    });
    await subscribe(visitor(), { email: 'gone@example.org' });
    expect(await confirmSubscription(behind(left), { subscriberId: left })).toMatchObject({
      state: 'CONFIRMED',
    });
  });
});

describe('a subscription', () => {
  test('is changed and ended by its owner alone', async () => {
    const shop = await makeService('shop');
    const id = await confirmed('owner@example.org');
    const other = await confirmed('other@example.org');
    const view = await changeSubscription(behind(id), {
      subscriberId: id,
      services: ['shop'],
      minimumSeverity: 'SEVERE',
    });
    expect(view).toMatchObject({ allServices: false, services: ['shop'], minimumSeverity: 'SEVERE' });
    expect(await told('owner@example.org')).toBe(false);
    expect(await recipientsOf('SEVERE', [shop])).toContain('owner@example.org');
    await expect(
      changeSubscription(behind(id), { subscriberId: id, services: ['no'] }),
    ).rejects.toMatchObject({
      fields: { services: [expect.any(String)] },
    });
    for (const attempt of [
      () => changeSubscription(behind(id), { subscriberId: other, services: [] }),
      () => unsubscribe(behind(id), { subscriberId: other }),
      () => readSubscription(behind(id), { subscriberId: other }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
    }
    await unsubscribe(behind(id), { subscriberId: id });
    await unsubscribe(behind(id), { subscriberId: id });
    expect(await eventsOfSubscriber(id)).toEqual([
      'subscriber.asked',
      'subscriber.confirmed',
      'subscriber.changed',
      'subscriber.unsubscribed',
    ]);
    expect(await told('owner@example.org')).toBe(false);
  });

  test('is listed for managers, newest first, and ended by them', async () => {
    const manager = await makeMember('MANAGER');
    const id = await confirmed('listed@example.org');
    const page = await listSubscribers(manager, { limit: 1 });
    expect(page.rows.map(({ address }) => address)).toEqual(['listed@example.org']);
    const next = await listSubscribers(manager, { limit: 1, after: page.next ?? '' });
    expect(next.rows[0]?.address).not.toBe('listed@example.org');
    await unsubscribe(manager, { subscriberId: id });
    expect((await readSubjectEvents('subscriber', id)).at(-1)?.data).toMatchObject({ by: 'MEMBER' });
    const responder: Actor = { kind: 'member', memberId: newId(), role: 'RESPONDER', sessionId: newId() };
    await expect(listSubscribers({ ...visitor(), actor: responder }, {})).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
