import { Client } from 'pg';
import { expect, test } from 'vitest';
import { db, pool } from '@/lib/database/db';
import { administer, testDatabase } from '@/lib/database/testing/database';
import { systemContext } from '@/lib/platform/context';
import { eventType, ref } from '@/lib/platform/events/event-type';
import { recordEvents } from '@/lib/platform/events/record-events';
import { newId } from '@/lib/platform/ids';
import { housekeeping } from '@/lib/platform/jobs/housekeeping';
import { startJobs } from '@/lib/platform/jobs/job-queue';
import { refusalOf } from '@/lib/platform/testing/rows';
import { until } from '@/lib/platform/testing/until';
import { prepareDatabase } from './roles';

const { name, url, ownerUrl } = testDatabase();
const role = new URL(url).username;
const asOwner = (sql: string, values?: unknown[]) => administer(ownerUrl, sql, values);

const noted = eventType('test.settled', {
  data: { subjectId: ref('test') },
  subjects: ['subjectId'],
  says: () => 'Settled',
});

const forbidden = '42501';
const growing = [
  'event',
  'event_subject',
  'event_position',
  'update_revision',
  'plan_version',
  'settings_version',
];

test('the application stores events and reads them', async () => {
  const subjectId = newId();
  await db().$transaction((tx) =>
    recordEvents(tx, systemContext('test'), new Date(), [noted({ subjectId })]),
  );
  expect(await db().eventSubject.count({ where: { subjectId } })).toBe(1);
});

test.each(growing)('the application cannot change, delete or empty what is in %s', async (table) => {
  const { rows } = await pool().query(
    'select attname as column from pg_attribute where attrelid = $1::regclass and attnum = 1',
    [table],
  );
  const refusals = [
    await refusalOf(pool().query(`update ${table} set "${rows[0].column}" = "${rows[0].column}"`)),
    await refusalOf(pool().query(`delete from ${table}`)),
    await refusalOf(pool().query(`truncate ${table} cascade`)),
  ];
  expect(refusals).toEqual([forbidden, forbidden, forbidden]);
});

test.each([
  'alter table event disable trigger all',
  'drop trigger event_append_only on event',
  'create trigger mine before insert on event for each row execute function refuse_change()',
  'set session_replication_role = replica',
  "create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'",
  'alter function refuse_change() owner to current_user',
  'alter table event rename to past',
  'alter table member add column mine integer',
  'drop table report cascade',
  'create table mine (id integer)',
  'create schema mine',
  "update _prisma_migrations set checksum = 'mine'",
  'delete from _prisma_migrations',
  "copy member to program 'cat'",
  "select pg_read_file('postgresql.conf')",
  "select lo_export(1, '/tmp/mine')",
  'alter role current_user superuser',
  'alter database "{name}" set default_transaction_read_only = on',
  'set role standby',
])('the application cannot %s', async (sql) => {
  expect(await refusalOf(pool().query(sql.replace('{name}', name)))).toBe(forbidden);
});

test('the application makes and drops the partitions of probe results without owning them', async () => {
  await housekeeping.find((job) => job.name === 'probe-partitions')?.handle();
  const { rows } = await pool().query(
    `select ensure_probe_partitions('2001-01-01', '2001-01-03') as made, drop_probe_partitions('2001-01-03') as dropped`,
  );
  expect(rows).toEqual([{ made: 3, dropped: 2 }]);
});

test('due work runs as the application, in a schema that it may not make or drop', async () => {
  const handled: string[] = [];
  const jobs = await startJobs([{ name: 'roles', handle: async (id) => void handled.push(id) }]);
  await jobs.send('roles', 'one');
  await until('the job to be done', () => handled.length > 0);
  await jobs.stop();
  const owners = await pool().query(
    `select distinct pg_get_userbyid(relowner) as owner from pg_class where relnamespace = 'pgboss'::regnamespace`,
  );
  expect(owners.rows).toEqual([{ owner: role }]);
  expect(await refusalOf(pool().query('drop schema pgboss cascade'))).toBe(forbidden);
});

test('a database of one role is handed over at the next start, its jobs included', async () => {
  await asOwner(`revoke all on all tables in schema public from ${role}; revoke all on schema pgboss from ${role};
    drop schema pgboss cascade; create schema pgboss; create table pgboss.version (version integer)`);
  expect(await refusalOf(pool().query('select from member'))).toBe(forbidden);
  expect(await prepareDatabase({ url, ownerUrl })).toEqual({ applied: [], oneRole: false });
  expect(await db().member.count()).toBe(0);
  const jobs = await startJobs([]);
  await jobs.stop();
});

test('rights that somebody gave the application are taken from it again', async () => {
  await asOwner(
    `grant update, delete, truncate, trigger on event to ${role}; grant create on schema public to ${role}`,
  );
  await prepareDatabase({ url, ownerUrl });
  const { rows } = await pool().query(
    `select has_table_privilege('event', 'update, delete, truncate, trigger') as tables,
       has_schema_privilege('public', 'create') as schema`,
  );
  expect(rows).toEqual([{ tables: false, schema: false }]);
});

test('one role for everything is told', async () => {
  expect(await prepareDatabase({ url: ownerUrl, ownerUrl })).toEqual({ applied: [], oneRole: true });
});

test('without its owner, and where it takes no writes, a database is started on when nothing is missing', async () => {
  const readOnly = (address: string) => `${address}?options=-c%20default_transaction_read_only%3Don`;
  expect(await prepareDatabase({ url, ownerUrl: url })).toEqual({ applied: [], oneRole: false });
  expect(await prepareDatabase({ url: readOnly(url), ownerUrl: readOnly(ownerUrl) })).toEqual({
    applied: [],
    oneRole: false,
  });
});

test('without its owner, what is missing is named in a sentence', async () => {
  await asOwner(`revoke select on member from ${role}`);
  await expect(prepareDatabase({ url, ownerUrl: url })).rejects.toThrow(
    /^The role “standby_application” of DATABASE_URL cannot be given the rights .* STANDBY_OWNER_DATABASE_URL, and start again\.$/,
  );
  await prepareDatabase({ url, ownerUrl });
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query(
    'delete from _prisma_migrations where migration_name like $1 returning *',
    ['%_let_the_application_own_no_table'],
  );
  await expect(prepareDatabase({ url, ownerUrl: url })).rejects.toThrow(
    'This version of Standby needs 1 migrations that the database does not have, and this role may not make tables.',
  );
  expect(rows).toHaveLength(1);
  await client.end();
});
