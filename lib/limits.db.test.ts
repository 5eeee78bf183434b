import { describe, expect, test } from 'vitest';
import { countTry } from '@/lib/auth/sign-in/sign-in-limits';
import { testDatabase } from '@/lib/database/testing/database';
import { requestReset } from '@/lib/members/commands/request-reset';
import type { Context } from '@/lib/platform/context';
import { isAppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { countAttempt } from '@/lib/platform/limits/rate-limit';
import { withinOneWindow } from '@/lib/platform/testing/within-one-window';
import { mailLink } from '@/lib/reports/commands/mail-link';
import { assertIntake } from '@/lib/reports/intake/assert-intake';
import { IntakeLimit } from '@/lib/reports/intake/intake-limit';
import { subscribe } from '@/lib/subscribers/commands/subscribe';

testDatabase();

const from = (addressBlock: string): Context => ({
  actor: { kind: 'anonymous' },
  requestId: newId(),
  addressBlock,
});

/** How many of so many tries of one network were let in. */
async function admitted(tries: number, attempt: () => unknown): Promise<number> {
  let count = 0;
  for (let made = 0; made < tries; made += 1) {
    try {
      await attempt();
      count += 1;
    } catch (error) {
      if (!isAppError(error) || error.code !== 'rate_limited') throw error;
    }
  }
  return count;
}

describe('a network that is over its own limit uses up nobody else’s', () => {
  test('in reports, however many it sends', async () => {
    const limit = new IntakeLimit();
    const report = (block: string) => assertIntake(from(block), limit);
    await withinOneWindow(600, async () => {
      expect(await admitted(20_000, () => report('flood'))).toBe(40);
      for (let network = 0; network < 70; network += 1)
        expect(await admitted(40, () => report(`n${network}`))).toBe(40);
    });
  });

  test('in subscriptions', async () => {
    const ask = (block: string, email: string) => subscribe(from(block), { email, services: [] });
    await withinOneWindow(3_600, async () => {
      await countAttempt([{ bucket: 'subscribe:all', limit: 2_000, seconds: 3_600 }]);
      const flood = await Promise.all(
        Array.from({ length: 60 }, (_, number) => admitted(1, () => ask('flood', `a${number}@example.org`))),
      );
      expect(flood.filter(Boolean)).toHaveLength(20);
      // One of the test, twenty that were let in: what was refused is not in it.
      const all = [{ bucket: 'subscribe:all', limit: 21, seconds: 3_600 }];
      expect(await countAttempt(all)).toBeGreaterThan(0);
      expect(await admitted(1, () => ask('quiet', 'dana@example.org'))).toBe(1);
    });
  });

  test('in sign-ins, where it is behind the same address as others', async () => {
    await withinOneWindow(3_600, async () => {
      const tryAt = (email: string) => countTry({ email, block: 'office', device: null });
      expect(await admitted(200, () => tryAt('victim@example.org'))).toBe(6);
      expect(await admitted(1, () => tryAt('colleague@example.org'))).toBe(1);
    });
  });

  test.each([
    ['requests for a new password', () => requestReset(from('flood'), { email: 'x@example.org' }), 10],
    ['requests for a link', () => mailLink(from('flood'), { ref: 'R-7K3M9Q', email: 'x@example.org' }), 5],
  ])('in %s', async (_, attempt, most) => {
    await withinOneWindow(3_600, async () => {
      expect(await admitted(30, attempt)).toBe(most);
    });
  });
});

test('a rule that refuses keeps the attempt from those behind it', async () => {
  const rules = [
    { bucket: 'own', limit: 2, seconds: 3_600 },
    { bucket: 'all', limit: 100, seconds: 3_600 },
  ];
  await withinOneWindow(3_600, async () => {
    for (let made = 0; made < 10; made += 1) await countAttempt(rules);
    expect(await countAttempt([{ bucket: 'all', limit: 2, seconds: 3_600 }])).toBeGreaterThan(0);
    expect(await countAttempt([{ bucket: 'all', limit: 100, seconds: 3_600 }])).toBe(0);
  });
});
