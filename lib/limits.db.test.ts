import { describe, expect, test } from 'vitest';
import { countTry } from '@/lib/auth/sign-in/sign-in-limits';
import { db } from '@/lib/database/db';
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

/** What was counted in a bucket so far. */
async function countOf(bucket: string): Promise<number> {
  const windows = await db().rateWindow.findMany({ where: { bucket }, select: { count: true } });
  return windows.reduce((sum, { count }) => sum + count, 0);
}

describe('a network that is over its own limit uses up nobody else’s', () => {
  test('in reports, however many it sends', () =>
    withinOneWindow(600, async () => {
      const limit = new IntakeLimit();
      const report = (block: string) => assertIntake(from(block), limit);
      expect(await admitted(20_000, () => report('flood'))).toBe(40);
      for (let network = 0; network < 70; network += 1)
        expect(await admitted(40, () => report(`n${network}`))).toBe(40);
    }));

  test('in subscriptions', () =>
    withinOneWindow(3_600, async () => {
      const flood = newId();
      const before = await countOf('subscribe:all');
      const ask = (block: string) =>
        subscribe(from(block), { email: `${newId()}@example.org`, services: [] });
      const asked = await Promise.all(Array.from({ length: 60 }, () => admitted(1, () => ask(flood))));
      expect(asked.filter(Boolean)).toHaveLength(20);
      expect((await countOf('subscribe:all')) - before).toBe(20);
      expect(await admitted(1, () => ask(newId()))).toBe(1);
    }));

  test('in sign-ins, where a colleague is behind the same address', () =>
    withinOneWindow(60, async () => {
      const [block, victim, colleague] = [newId(), newId(), newId()];
      const tryAt = (name: string) => countTry({ email: `${name}@example.org`, block, device: null });
      expect(await admitted(40, () => tryAt(victim))).toBe(6);
      expect(await admitted(1, () => tryAt(colleague))).toBe(1);
      expect(await countOf(`sign-in:block:${block}`)).toBe(7);
    }));

  test('in requests for a link, where a colleague is behind the same address', () =>
    withinOneWindow(3_600, async () => {
      const block = newId();
      const ask = (name: string) => mailLink(from(block), { ref: 'R-7K3M9Q', email: `${name}@example.org` });
      const [one, colleague] = [newId(), newId()];
      expect(await admitted(30, () => ask(one))).toBe(5);
      expect(await admitted(1, () => ask(colleague))).toBe(1);
    }));

  test('in requests for a new password', () =>
    withinOneWindow(600, async () => {
      const [flood, quiet] = [newId(), newId()];
      const ask = (block: string) => requestReset(from(block), { email: 'x@example.org' });
      expect(await admitted(30, () => ask(flood))).toBe(10);
      expect(await admitted(1, () => ask(quiet))).toBe(1);
    }));
});

test('a rule that refuses keeps the attempt from those behind it', () =>
  withinOneWindow(3_600, async () => {
    const [own, all] = [newId(), newId()];
    const rules = [
      { bucket: own, limit: 2, seconds: 3_600 },
      { bucket: all, limit: 100, seconds: 3_600 },
    ];
    for (let made = 0; made < 10; made += 1) await countAttempt(rules);
    expect([await countOf(own), await countOf(all)]).toEqual([10, 2]);
  }));
