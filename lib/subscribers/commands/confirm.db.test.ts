import { describe, expect, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import { makeMember, makeService, visitor } from '@/lib/reports/testing/people-and-incidents';
import { readSubscription } from '@/lib/subscribers/queries/read';
import {
  asked,
  behind,
  eventsOfSubscriber,
  findSubscriber,
  recipientsOf,
} from '@/lib/subscribers/testing/subscribers';
import { confirmSubscription } from './confirm';
import { subscribe } from './subscribe';

testDatabase();

describe('confirming', () => {
  test('is of what the owner of the address chooses, whatever a stranger asked for', async () => {
    const archive = await makeService('archive');
    const id = await asked('dana@example.net', { minimumSeverity: 'TRIVIAL' });
    const wrong = { subscriberId: id, services: ['archive', 'nope'] };
    await expect(confirmSubscription(behind(id), wrong)).rejects.toMatchObject({
      fields: { services: [expect.any(String)] },
    });
    expect(await findSubscriber('dana@example.net')).toMatchObject({ state: 'PENDING', confirmedAt: null });
    const chosen = { services: ['archive'], minimumSeverity: 'SEVERE' as const };
    expect(await confirmSubscription(behind(id), { subscriberId: id, ...chosen })).toMatchObject({
      state: 'CONFIRMED',
      allServices: false,
      ...chosen,
    });
    expect(await recipientsOf('MODERATE', [archive])).not.toContain('dana@example.net');
    expect(await recipientsOf('SEVERE', [archive])).toContain('dana@example.net');
    expect(await eventsOfSubscriber(id)).toEqual([
      'subscriber.asked',
      'subscriber.confirmed',
      'subscriber.changed',
    ]);
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
    expect(await eventsOfSubscriber(id)).toEqual(['subscriber.asked', 'subscriber.confirmed']);
    await confirmSubscription(behind(id), { subscriberId: id, services: [] });
    expect(await findSubscriber('twice@example.net')).toMatchObject({
      allServices: true,
      minimumSeverity: 'MODERATE',
    });
    expect((await eventsOfSubscriber(id)).at(-1)).toBe('subscriber.changed');
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
    expect(await findSubscriber('mine@example.net')).toMatchObject({
      state: 'PENDING',
      minimumSeverity: 'TRIVIAL',
    });
  });
});
