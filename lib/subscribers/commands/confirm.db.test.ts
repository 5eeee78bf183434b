import { describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import type { Context } from '@/lib/platform/context';
import { readSubjectEvents } from '@/lib/platform/testing/subject-events';
import { makeMember, makeService, visitor } from '@/lib/reports/testing/people-and-incidents';
import type { Severity } from '@/lib/severity/schema';
import { matchingSubscribers } from '@/lib/subscribers/matching';
import { readSubscription } from '@/lib/subscribers/queries/read';
import type { SubscribeRaw } from '@/lib/subscribers/schema';
import { confirmSubscription } from './confirm';
import { subscribe } from './subscribe';

testDatabase();

const behind = (subscriberId: string): Context => ({
  ...visitor(),
  actor: { kind: 'subscriber', subscriberId },
});
const find = (address: string) =>
  db().subscriber.findUniqueOrThrow({ where: { kind_address: { kind: 'EMAIL', address } } });
const types = async (id: string) => (await readSubjectEvents('subscriber', id)).map(({ type }) => type);

async function asked(email: string, extra: Partial<SubscribeRaw> = {}): Promise<string> {
  await subscribe(visitor(), { email, ...extra });
  return (await find(email)).id;
}

async function recipientsOf(severity: Severity, serviceIds: string[]): Promise<string[]> {
  const at = new Date(Date.now() + 60_000);
  const rows = await db().$queryRaw<{ address: string }[]>(matchingSubscribers({ severity, serviceIds, at }));
  return rows.map(({ address }) => address);
}

describe('confirming', () => {
  test('is of what the owner of the address chooses, whatever a stranger asked for', async () => {
    const archive = await makeService('archive');
    const id = await asked('dana@example.net', { minimumSeverity: 'TRIVIAL' });
    const wrong = { subscriberId: id, services: ['archive', 'nope'] };
    await expect(confirmSubscription(behind(id), wrong)).rejects.toMatchObject({
      fields: { services: [expect.any(String)] },
    });
    expect(await find('dana@example.net')).toMatchObject({ state: 'PENDING', confirmedAt: null });
    const chosen = { services: ['archive'], minimumSeverity: 'SEVERE' as const };
    expect(await confirmSubscription(behind(id), { subscriberId: id, ...chosen })).toMatchObject({
      state: 'CONFIRMED',
      allServices: false,
      ...chosen,
    });
    expect(await recipientsOf('MODERATE', [archive])).not.toContain('dana@example.net');
    expect(await recipientsOf('SEVERE', [archive])).toContain('dana@example.net');
    expect(await types(id)).toEqual(['subscriber.asked', 'subscriber.confirmed', 'subscriber.changed']);
    await subscribe(visitor(), { email: 'dana@example.net' });
    expect(await readSubscription(behind(id), { subscriberId: id })).toMatchObject(chosen);
  });

  test('leaves what was asked for where nothing else is said, and is one yes however often it is said', async () => {
    await makeService('mail');
    await makeService('wiki');
    const choices = { services: ['wiki', 'mail'], minimumSeverity: 'MODERATE' as const };
    const id = await asked('twice@example.net', choices);
    await confirmSubscription(behind(id), { subscriberId: id, services: ['mail', 'wiki'] });
    await confirmSubscription(behind(id), { subscriberId: id });
    await confirmSubscription(behind(id), { subscriberId: id, ...choices });
    expect(await types(id)).toEqual(['subscriber.asked', 'subscriber.confirmed']);
    await confirmSubscription(behind(id), { subscriberId: id, services: [] });
    expect(await find('twice@example.net')).toMatchObject({ allServices: true, minimumSeverity: 'MODERATE' });
    expect((await types(id)).at(-1)).toBe('subscriber.changed');
  });

  test('is nobody’s but that of whoever holds the link', async () => {
    const id = await asked('mine@example.net');
    const other = await asked('theirs@example.net');
    for (const ctx of [visitor(), behind(other), await makeMember('ADMIN')]) {
      const refused = confirmSubscription(ctx, { subscriberId: id, minimumSeverity: 'CRITICAL' });
      await expect(refused).rejects.toMatchObject({
        code: expect.stringMatching(/forbidden|unauthenticated/),
      });
    }
    expect(await find('mine@example.net')).toMatchObject({ state: 'PENDING', minimumSeverity: 'TRIVIAL' });
  });
});
