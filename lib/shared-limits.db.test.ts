import { describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { unconfirmedRules } from '@/lib/deliveries/limits';
import { tellEverybody } from '@/lib/deliveries/testing/people';
import type { Context } from '@/lib/platform/context';
import { isAppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { countAttempt } from '@/lib/platform/limits/rate-limit';
import { withinOneWindow } from '@/lib/platform/testing/within-one-window';
import { fileReport } from '@/lib/reports/commands/file';
import { assertIntake } from '@/lib/reports/intake/assert-intake';
import { IntakeLimit } from '@/lib/reports/intake/intake-limit';
import { fromForm, visitor } from '@/lib/reports/testing/people-and-incidents';
import { subscribe } from '@/lib/subscribers/commands/subscribe';
import { subscribeLimits } from '@/lib/subscribers/limits';

testDatabase();

const newRange = () => newId().replaceAll('-', '');
const of = (addressRange: string): Context => ({ ...visitor(), addressSite: newId(), addressRange });

describe('the networks of one range leave half of what all share to others', () => {
  test('in reports', () =>
    withinOneWindow(60, async () => {
      const counts = new IntakeLimit();
      const range = newRange();
      const send = (ctx: Context, email?: string) => {
        try {
          return assertIntake(ctx, { report: { email }, automatic: false, at: Date.now() }, counts);
        } catch (error) {
          if (!isAppError(error)) throw error;
          return error;
        }
      };
      const sent = Array.from({ length: 4_000 }, () => send(of(range), 'dana@example.org'));
      expect(sent.filter((one) => 'held' in one && !one.held)).toHaveLength(150);
      expect(sent.filter((one) => 'held' in one)).toHaveLength(1_500);
      expect(sent.at(-1)).toMatchObject({ message: expect.stringContaining('than it takes') });
      for (let other = 0; other < 100; other += 1)
        expect(send(of(newRange()))).toMatchObject({ held: false });
    }));

  test('in subscriptions', () =>
    withinOneWindow(3_600, async () => {
      const range = newRange();
      const ask = async () => (await countAttempt(subscribeLimits.rules(of(range), {}))) === 0;
      let asked = 0;
      for (let round = 0; round < 26; round += 1)
        asked += (await Promise.all(Array.from({ length: 80 }, ask))).filter(Boolean).length;
      expect(asked).toBe(1_000);
      const email = () => `${newId()}@example.org`;
      await expect(subscribe(of(range), { email: email() })).rejects.toThrow('Standby gets more');
      expect(await subscribe(of(newRange()), { email: email() })).toMatchObject({});
    }));

  test('in mails to one domain', () =>
    withinOneWindow(3_600, async () => {
      const [range, domain] = [newRange(), `${newId()}.example`];
      const mail = async (from?: string) =>
        (await countAttempt(unconfirmedRules(`${newId()}@${domain}`, from))) === 0;
      let mailed = 0;
      for (let round = 0; round < 32; round += 1)
        mailed += (await Promise.all(Array.from({ length: 50 }, () => mail(range)))).filter(Boolean).length;
      expect(mailed).toBe(1_500);
      expect(await mail(range)).toBe(false);
      expect(await mail(newRange())).toBe(true);
      expect(await mail()).toBe(true);
    }));
});

test('the mails of a report are counted by the range that it came from', () =>
  withinOneWindow(3_600, async () => {
    const range = newRange();
    await fileReport(of(range), fromForm({ email: `dana@${newId()}.example` }));
    await tellEverybody();
    const rows = await db().rateWindow.findMany({
      where: { bucket: { startsWith: 'unconfirmed:', endsWith: `range:${range}` } },
    });
    expect(rows).toMatchObject([{ bucket: expect.stringMatching(/^unconfirmed:domain:/), count: 1 }]);
  }));
