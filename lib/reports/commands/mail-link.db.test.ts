import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import type { Context } from '@/lib/platform/context';
import { patience } from '@/lib/platform/process/patience';
import { withinOneWindow } from '@/lib/platform/testing/within-one-window';
import { fromForm, visitor } from '@/lib/reports/testing/people-and-incidents';
import { fileReport } from './file';
import { mailLink } from './mail-link';

testDatabase();

test('private links are not mailed without end, to one who asks or to many', () =>
  withinOneWindow(3_600, async () => {
    const filed = await fileReport(visitor(), fromForm({ email: 'dana@example.org' }));
    const ask = (network: Context) => mailLink(network, { ref: filed.ref, email: 'dana@example.org' });
    const one = visitor();
    for (let count = 0; count < 5; count += 1) await ask(one);
    await expect(ask(one)).rejects.toMatchObject({ code: 'rate_limited' });
    for (let count = 0; count < 12; count += 1) await ask(visitor());
    // A dozen a day, and then one an hour.
    expect(await db().reportToken.count({ where: { report: { ref: filed.ref } } })).toBe(1 + 12 + 1);
  }));

test('the answer says by its time neither that there is such a report nor that there is none', async () => {
  patience.forget();
  const { ref } = await fileReport(visitor(), fromForm({ email: 'dana@example.org' }));
  const took = async (email: string) => {
    const began = performance.now();
    await mailLink(visitor(), { ref, email });
    return performance.now() - began;
  };
  // The shorter one of them waits: making the link takes much less.
  for (const email of ['dana@example.org', 'somebody@example.org'])
    expect(await took(email)).toBeGreaterThan(240);
});
