import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeDatabase, connectDatabase, databaseHealth, db, pool } from '@/lib/database/db';
import { administer, lookOften, testDatabase } from '@/lib/database/testing/database';
import { patience } from '@/lib/platform/process/patience';
import { until } from '@/lib/platform/testing/until';
import { fromForm, visitor } from '@/lib/reports/testing/people-and-incidents';
import { acceptReport } from './accept-report';
import { replaySpool } from './replay';
import { Spool, spool } from './spool';

const database = testDatabase();
lookOften();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standby-spool-'));
  spool.put(new Spool(folder));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const kept = () => readdirSync(folder).filter((file) => file.endsWith('.report'));

const stored = (refs: string[]) => db().report.count({ where: { ref: { in: refs } } });

/** As the server says it, at the moment when a report is stored. */
async function failWith(state: string, only = 'true'): Promise<void> {
  await administer(
    database.ownerUrl,
    `create or replace function refuse_report() returns trigger language plpgsql as $$
    begin if ${only} then raise exception 'refused' using errcode = '${state}'; end if; return new; end $$`,
  );
  await administer(
    database.ownerUrl,
    'create or replace trigger refuse_report before insert on report for each row execute function refuse_report()',
  );
}

test.each([
  ['its disk is full', '53100'],
  ['its memory is used up', '53200'],
  ['it has no connection left', '53300'],
  ['a statement takes too long', '57014'],
  ['a row stays locked', '55P03'],
  ['two transactions stand in each other’s way', '40P01'],
  ['it is being shut down', '57P01'],
  ['its disk is broken', '58030'],
  ['it has a fault of its own', 'XX000'],
  ['a column is missing', '42703'],
])('a report is kept when %s', async (_what, state) => {
  await failWith(state);
  const filed = await acceptReport(visitor(), fromForm());
  expect(filed.spooled).toBe(true);
  expect(await replaySpool()).toBe(0);
  expect(kept()).toHaveLength(1);
  await administer(database.ownerUrl, 'drop trigger refuse_report on report');
  expect(await replaySpool()).toBe(1);
  expect(await stored([filed.ref])).toBe(1);
  await closeDatabase();
  connectDatabase(database.url);
});

test.each(['57014', '53200', 'XX000', '40P01'])(
  'one that the database does not take (%s) stays, and the others are stored',
  async (state) => {
    const ofEarlier = fromForm();
    await failWith(state);
    const earlier = await acceptReport(visitor(), ofEarlier);
    const other = await acceptReport(visitor(), fromForm());
    await failWith(state, `new.client_key = '${ofEarlier.clientKey}'`);
    expect(await replaySpool()).toBe(1);
    expect(await stored([other.ref])).toBe(1);
    expect(kept()).toHaveLength(1);
    await administer(database.ownerUrl, 'drop trigger refuse_report on report');
    expect(await replaySpool()).toBe(1);
    expect(await stored([earlier.ref])).toBe(1);
  },
);

test('a report is kept when the pool is used up, and while a table is locked', async () => {
  patience.put({ ...patience(), toStore: 200 });
  const held = await Promise.all(Array.from({ length: 16 }, () => pool().connect()));
  const first = await acceptReport(visitor(), fromForm());
  for (const client of held.slice(1)) client.release();
  await until('the database to be well', () => databaseHealth().state === 'well');
  await held[0]?.query('begin');
  await held[0]?.query('lock table report');
  const second = await acceptReport(visitor(), fromForm());
  expect([first.spooled, second.spooled]).toEqual([true, true]);
  await held[0]?.query('rollback');
  held[0]?.release();
  // What was tried goes on where nobody waits for it: each is one report all the same.
  await replaySpool();
  expect(await stored([first.ref, second.ref])).toBe(2);
});

test.each([
  ['a rule that an administrator added', 'check (left(title, 6) <> $$Refuse$$)', '23514'],
  ['a rule that its title breaks and its text does not', 'check (length(title) < 8)', '23514'],
])(
  'a report that the database refuses for %s is kept, told, and stored when that is gone',
  async (_what, rule) => {
    await until('the database to be well', () => databaseHealth().state === 'well');
    await administer(database.ownerUrl, `alter table report add constraint added_by_hand ${rule} not valid`);
    const refused = await acceptReport(visitor(), fromForm({ title: 'Refuse this report' }));
    const other = await acceptReport(visitor(), fromForm({ title: 'Mail' }));
    expect([refused.spooled, other.spooled]).toEqual([true, false]);
    expect(await replaySpool()).toBe(0);
    expect(kept()).toHaveLength(1);
    const { says } = await db().concern.findUniqueOrThrow({ where: { name: 'spooled report' } });
    expect(says).toContain('added_by_hand');
    await administer(database.ownerUrl, 'alter table report drop constraint added_by_hand');
    expect(await replaySpool()).toBe(1);
    expect(await stored([refused.ref, other.ref])).toBe(2);
  },
);

test('what the database thinks of the words is no reason to keep a report', async () => {
  await until('the database to be well', () => databaseHealth().state === 'well');
  await failWith('22021');
  await expect(acceptReport(visitor(), fromForm())).rejects.toThrow();
  expect(kept()).toHaveLength(0);
  await administer(database.ownerUrl, 'drop trigger refuse_report on report');
});
