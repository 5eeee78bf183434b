import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { watchClocks } from '@/lib/incidents/clocks/watch-clocks';
import { at, declared } from '@/lib/incidents/testing/declared';
import type { Context } from '@/lib/platform/context';
import { recordedAbout } from '@/lib/platform/testing/subject-events';
import { makeMember, makeService } from '@/lib/reports/testing/people-and-incidents';
import { movePromise } from './move-promise';
import { publishUpdate } from './publish-update';
import { regradeIncident } from './regrade';
import { resolveIncident } from './resolve';

testDatabase();

let priya: Context & { memberId: string };
let shop: string;
const start = Date.parse('2026-06-09T10:00:00.000Z');
const time = (minutes: number) => new Date(start + minutes * 60_000);
const later = (minutes: number) => at(priya, time(minutes));
const text = 'Your work is safe. We are restarting the shop.';

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  shop = await makeService('shop');
});

async function promisesOf(incidentId: string) {
  const rows = await db().promiseRecord.findMany({ where: { incidentId }, orderBy: { madeAt: 'asc' } });
  return rows.map(({ dueAt, state, missedAt, settledAt }) => ({
    due: (dueAt.getTime() - start) / 60_000,
    state,
    missed: missedAt !== null,
    settled: settledAt !== null,
  }));
}

const count = (types: string[], type: string) => types.filter((one) => one === type).length;

describe('the promise of the next update', () => {
  test('is kept by an update to everyone, which makes the next', async () => {
    const { id, ref } = await declared(later(0), shop, { next: { minutes: 20 } });
    await publishUpdate(later(15), {
      ref,
      audience: 'PUBLIC',
      text,
      next: { minutes: 30, zone: 'Europe/London' },
    });
    expect(await promisesOf(id)).toEqual([
      { due: 20, state: 'KEPT', missed: false, settled: true },
      { due: 45, state: 'OPEN', missed: false, settled: false },
    ]);
    const row = await db().incident.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ nextUpdateAt: time(45), nextUpdateZone: 'Europe/London' });
  });

  test('is neither kept nor made by a word to reporters or the team', async () => {
    const { id, ref } = await declared(later(0), shop, { next: { minutes: 20 } });
    await publishUpdate(later(5), { ref, audience: 'REPORTERS', text });
    await publishUpdate(later(6), { ref, audience: 'INTERNAL', text });
    expect(await promisesOf(id)).toEqual([{ due: 20, state: 'OPEN', missed: false, settled: false }]);
    const next = { minutes: 5 };
    await expect(publishUpdate(later(7), { ref, audience: 'REPORTERS', text, next })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(publishUpdate(later(8), { ref, audience: 'PUBLIC', text })).rejects.toMatchObject({
      code: 'invalid',
      fields: { next: ['Say when the next update comes.'] },
    });
  });

  test('is moved with a reason, and never to the past', async () => {
    const { id, ref } = await declared(later(0), shop, { next: { minutes: 20 } });
    await movePromise(later(10), {
      ref,
      next: { at: time(40).toISOString() },
      reason: 'The copy takes longer.',
    });
    const [moved] = await db().promiseRecord.findMany({
      where: { incidentId: id },
      orderBy: { madeAt: 'asc' },
    });
    expect(moved).toMatchObject({ state: 'MOVED', moveReason: 'The copy takes longer.' });
    const past = { ref, next: { at: time(5).toISOString() }, reason: 'x' };
    await expect(movePromise(later(11), past)).rejects.toMatchObject({ code: 'invalid' });
    const none = { ref, next: {}, reason: 'x' };
    await expect(movePromise(later(11), none)).rejects.toMatchObject({ code: 'invalid' });
  });

  test('is missed once, whoever watches, and a late update does not undo that', async () => {
    const { id, ref } = await declared(later(0), shop, { next: { minutes: 20 } });
    await watchClocks(time(19));
    expect(count(await recordedAbout('incident', id), 'promise.missed')).toBe(0);
    await Promise.all([watchClocks(time(21)), watchClocks(time(21)), watchClocks(time(22))]);
    await watchClocks(time(25));
    expect(count(await recordedAbout('incident', id), 'promise.missed')).toBe(1);
    await publishUpdate(later(26), { ref, audience: 'PUBLIC', text, next: { minutes: 30 } });
    expect(await promisesOf(id)).toEqual([
      { due: 20, state: 'MISSED', missed: true, settled: true },
      { due: 56, state: 'OPEN', missed: false, settled: false },
    ]);
    const published = await db().event.findFirstOrThrow({
      where: { type: 'update.published', subjects: { some: { subjectId: id } } },
    });
    expect(published.data).toMatchObject({ kept: 'LATE', nextUpdateAt: time(56).toISOString() });
    expect(count(await recordedAbout('incident', id), 'promise.missed')).toBe(1);
  });

  test('is missed too when nobody watched and the update came late', async () => {
    const { id, ref } = await declared(later(0), shop, { next: { minutes: 20 } });
    await publishUpdate(later(21), { ref, audience: 'PUBLIC', text, next: { minutes: 30 } });
    await watchClocks(time(22));
    expect(count(await recordedAbout('incident', id), 'promise.missed')).toBe(1);
  });

  test('ends with the resolution', async () => {
    const { id, ref } = await declared(later(0), shop, { next: { minutes: 20 } });
    await resolveIncident(later(10), { ref, text: 'It works again.', reason: 'A restart was enough.' });
    await watchClocks(time(60));
    expect(await promisesOf(id)).toEqual([{ due: 20, state: 'KEPT', missed: false, settled: true }]);
  });
});

describe('the clocks', () => {
  test('are at risk at 80 % and missed at the end, once each under several watchers', async () => {
    const { id } = await declared(later(0), shop, { next: { minutes: 600 } });
    const watch = async (minutes: number) =>
      await Promise.all([watchClocks(time(minutes)), watchClocks(time(minutes))]);
    await watch(12);
    expect((await recordedAbout('incident', id)).slice(-1)).toEqual(['clock.atRisk']);
    await watch(13);
    await watch(15);
    await watch(16);
    expect((await recordedAbout('incident', id)).slice(-2)).toEqual(['clock.atRisk', 'clock.missed']);
    await watch(192);
    await watch(240);
    await watch(241);
    const types = await recordedAbout('incident', id);
    expect([count(types, 'clock.atRisk'), count(types, 'clock.missed')]).toEqual([2, 2]);
  });

  test('become late once more after a milder grade gave them time', async () => {
    const { id, ref } = await declared(later(0), shop, { next: { minutes: 600 } });
    await watchClocks(time(16));
    await regradeIncident(later(20), { ref, severity: 'SEVERE', reason: 'Parts work.' });
    await watchClocks(time(21));
    expect(count(await recordedAbout('incident', id), 'clock.missed')).toBe(1);
    await watchClocks(time(61));
    expect(count(await recordedAbout('incident', id), 'clock.missed')).toBe(2);
  });
});
