import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { withinOneWindow } from '@/lib/platform/testing/within-one-window';
import { fileReport } from '@/lib/reports/commands/file';
import { fromForm, rawReport, visitor } from '@/lib/reports/testing/people-and-incidents';
import { assertIntake } from './assert-intake';
import { IntakeLimit, intakeLimit } from './intake-limit';

testDatabase();

beforeEach(() => intakeLimit.put(new IntakeLimit()));

const email = 'dana@example.org';
const code = ({ code: is }: { code?: string }) => is;

describe('no honest reporter is held for a flood of reports that', () => {
  const again = fromForm();
  test.each<[string, (ctx: Context) => Promise<unknown>]>([
    ['look automatic and have no address', (ctx) => fileReport(ctx, rawReport())],
    ['look automatic and are held', (ctx) => fileReport(ctx, rawReport({ email: `${newId()}@example.org` }))],
    ['name a service that there is not', (ctx) => fileReport(ctx, fromForm({ service: 'nope' }))],
    ['were sent before', (ctx) => fileReport(ctx, again)],
  ])('%s', (_, send) =>
    withinOneWindow(60, async () => {
      for (let network = 0; network < 8; network += 1) {
        const ctx = visitor();
        await Promise.all(Array.from({ length: 40 }, () => send(ctx).catch(code)));
      }
      expect(await fileReport(visitor(), fromForm())).toMatchObject({ held: false });
    }),
  );
});

describe('of many networks', () => {
  const asked = (report: { email?: string }, automatic: boolean, counts: IntakeLimit) => {
    try {
      return assertIntake(visitor(), { report, automatic, at: Date.now() }, counts);
    } catch (error) {
      return error as Error & { code: string };
    }
  };

  test('what is refused uses up nothing, and what looks automatic only what is for its like', () =>
    withinOneWindow(60, async () => {
      const counts = new IntakeLimit();
      for (let sent = 0; sent < 4_000; sent += 1)
        expect(asked({}, true, counts)).toMatchObject({ code: 'invalid' });
      for (let sent = 0; sent < 3_000; sent += 1)
        expect(asked({ email }, true, counts)).toMatchObject({ held: true });
      expect(asked({ email }, true, counts)).toMatchObject({ code: 'rate_limited' });
      for (let sent = 0; sent < 300; sent += 1)
        expect(asked({}, false, counts)).toMatchObject({ held: false });
      for (let sent = 0; sent < 4_000; sent += 1)
        expect(asked({}, false, counts)).toMatchObject({ code: 'invalid' });
      expect(asked({ email }, false, counts)).toMatchObject({ held: true });
    }));

  test('a crowd is said to be one, and no network is blamed for others', () =>
    withinOneWindow(60, async () => {
      const counts = new IntakeLimit();
      for (let sent = 0; sent < 300; sent += 1) asked({ email }, false, counts);
      expect(asked({}, false, counts)).toMatchObject({
        message: expect.stringContaining('Very many reports come in'),
      });
      for (let sent = 0; sent < 2_700; sent += 1) asked({ email }, false, counts);
      const refused = asked({ email }, false, counts);
      expect(refused).toMatchObject({
        code: 'rate_limited',
        message: expect.stringContaining('than it takes'),
      });
      expect(refused).not.toMatchObject({ message: expect.stringContaining('your network') });
    }));
});
