import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { resolveIncident } from '@/lib/incidents/commands/resolve';
import { at, declared } from '@/lib/incidents/testing/declared';
import type { Context } from '@/lib/platform/context';
import { apiKey, makeMember, makeService, visitor } from '@/lib/reports/testing/people-and-incidents';
import { incidentList } from './list';

testDatabase();

let priya: Context & { memberId: string };
let shop: string;
let mail: string;
const refs: string[] = [];

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  shop = await makeService('shop');
  mail = await makeService('mail');
  const severities = ['MODERATE', 'CRITICAL', 'TRIVIAL', 'CRITICAL', 'SEVERE', 'MODERATE'] as const;
  for (const [index, severity] of severities.entries()) {
    const ctx = at(priya, Date.parse('2026-06-09T10:00:00Z') + index * 60_000);
    const services = [{ serviceId: index % 2 ? mail : shop }];
    const { ref } = await declared(ctx, shop, { severity, services, title: `Number ${index} is slow` });
    refs.push(ref);
    if (index > 3) await resolveIncident(ctx, { ref, text: 'It works.', reason: 'By itself.' });
  }
});

const name = (ref: string) => refs.indexOf(ref);
const list = async (input: Parameters<typeof incidentList>[1]) =>
  (await incidentList(priya, input)).rows.map((row) => name(row.ref));

describe('the list of incidents', () => {
  test('has the open ones first, worst and newest first, then the others', async () => {
    expect(await list({})).toEqual([3, 1, 0, 2]);
    expect(await list({ scope: 'all' })).toEqual([3, 1, 0, 2, 5, 4]);
    expect(await list({ scope: 'resolved' })).toEqual([5, 4]);
    const { open } = await incidentList(priya, {});
    expect(open).toEqual({ CRITICAL: 2, SEVERE: 0, MODERATE: 1, TRIVIAL: 1 });
  });

  test('goes on where the page ended, across both parts', async () => {
    const paged: number[] = [];
    let after: string | undefined;
    for (let page = 0; page < 10; page += 1) {
      const view = await incidentList(priya, { scope: 'all', limit: 1, after });
      paged.push(...view.rows.map((row) => name(row.ref)));
      if (!view.next) break;
      after = view.next;
    }
    expect(paged).toEqual([3, 1, 0, 2, 5, 4]);
    await expect(incidentList(priya, { after: 'bm9uc2Vuc2U' })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('is narrowed by stage, severity, service, words and reference', async () => {
    expect(await list({ severity: 'CRITICAL,TRIVIAL' })).toEqual([3, 1, 2]);
    expect(await list({ scope: 'all', service: 'mail' })).toEqual([3, 1, 5]);
    expect(await list({ scope: 'all', text: 'number 4' })).toEqual([4]);
    expect(await list({ scope: 'all', text: refs[2]?.toLowerCase() })).toEqual([2]);
    expect(await list({ scope: 'all', stage: 'RESOLVED' })).toEqual([5, 4]);
    await expect(incidentList(priya, { severity: 'HUGE' })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('shows a developer only what is theirs', async () => {
    const dev = await makeMember('DEVELOPER', 'Mei');
    expect((await incidentList(dev, {})).rows).toEqual([]);
    await db().service.update({ where: { id: mail }, data: { ownerId: dev.memberId } });
    const { rows, open } = await incidentList(dev, {});
    expect(rows.map((row) => name(row.ref))).toEqual([3, 1]);
    expect(open.CRITICAL).toBe(2);
    expect(open.TRIVIAL).toBe(0);
    await expect(incidentList(visitor(), {})).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(incidentList(apiKey('DEVELOPER'), {})).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('is found by its title, whichever keyboard title and search were typed on', async () => {
    const title = 'Büroküche is cold';
    for (const form of ['NFC', 'NFD'] as const) {
      const { ref } = await declared(priya, shop, { title: title.normalize(form) });
      for (const typed of ['NFC', 'NFD'] as const) {
        const { rows } = await incidentList(priya, { scope: 'all', text: 'büroküche'.normalize(typed) });
        expect(
          rows.map((row) => row.ref),
          `${form} ${typed}`,
        ).toContain(ref);
      }
    }
  });
});
