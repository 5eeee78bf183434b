import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { Client } from 'pg';
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { lookAt } from '@/lib/database/connections';
import { isInTrouble, translateDatabaseError } from '@/lib/database/database-errors';
import { closeDatabase, connectDatabase, databaseHealth, db, inTransaction, pool } from '@/lib/database/db';
import { listen } from '@/lib/database/listening';
import { administer as administerAt, lookOften, testDatabase } from '@/lib/database/testing/database';
import { until } from '@/lib/platform/testing/until';

const database = testDatabase();
lookOften();
const administer = (sql: string, values: string[] = []) =>
  administerAt(inject('database').adminUrl, sql, values);

/** For connections from now on; those that are open stay as they are, as on a server that was demoted. */
const refuseWrites = (on: boolean) =>
  administer(
    `alter database "${database.name}" ${on ? 'set' : 'reset'} default_transaction_read_only ${on ? '= on' : ''}`,
  );

const write = () =>
  inTransaction(
    (tx) => tx.$executeRaw`insert into rate_window (bucket, starts_at, count, expires_at)
    values ('health', now(), 1, now()) on conflict (bucket, starts_at) do update set count = 2`,
  );

/** Backends of this database by the name of their application. */
async function backends(): Promise<{ pid: number; name: string }[]> {
  const { rows } = await administer(
    'select pid, application_name as name from pg_stat_activity where datname = $1',
    [database.name],
  );
  return rows;
}

beforeEach(async () => {
  await closeDatabase();
  await refuseWrites(false);
  connectDatabase(database.url);
});
afterAll(() => refuseWrites(false));

describe('a server that takes no writes', () => {
  test('refuses them with a sentence, lets everybody read, and is well again by itself', async () => {
    await refuseWrites(true);
    const refused = await write().then(
      () => null,
      (error) => translateDatabaseError(error),
    );
    expect(refused).toMatchObject({ code: 'unavailable', retryAfter: 5 });
    expect(String(refused)).toContain('the database takes no writes');
    expect(databaseHealth().state).toBe('read-only');
    expect(await db().member.count()).toBe(0);
    await refuseWrites(false);
    await until('the database to be well again', () => databaseHealth().state === 'well');
    expect(await write()).toBe(1);
  });

  test('is left by every connection, busy, idle and listening, when new ones lead to another', async () => {
    await refuseWrites(true);
    const heard: string[] = [];
    const listening = listen({
      channels: ['health'],
      heard: (payload) => heard.push(payload),
      listening: () => {},
    });
    const used = await Promise.all(Array.from({ length: 6 }, () => pool().connect()));
    await until('the listener', async () => (await backends()).some(({ name }) => name === 'standby listen'));
    const old = (await backends()).map(({ pid }) => pid);
    expect(old.length).toBeGreaterThanOrEqual(7);
    await refuseWrites(false);
    for (const client of used) client.release();
    await Promise.allSettled(Array.from({ length: 4 }, write));
    await until(
      'the old connections to go',
      async () => !(await backends()).some(({ pid }) => old.includes(pid)),
    );
    expect(await write()).toBe(1);
    await until('a notification', async () => {
      await pool().query(`select pg_notify('health', 'here')`);
      return heard.includes('here');
    });
    await listening.stop();
  });

  test('is noticed by who only listens', async () => {
    await refuseWrites(true);
    const listening = listen({ channels: ['health'], heard: () => {}, listening: () => {} });
    await until('the refusal to be noticed', () => databaseHealth().state === 'read-only');
    await refuseWrites(false);
    await until('the database to be well again', () => databaseHealth().state === 'well');
    await listening.stop();
  });
});

describe('a look', () => {
  test('finds the database well, or read-only', async () => {
    expect(await lookAt(database.url, pool())).toBe('well');
    await refuseWrites(true);
    expect(await lookAt(database.url, pool())).toBe('read-only');
  });

  test('finds a pool used up while somebody waits for a connection', async () => {
    const held = await Promise.all(Array.from({ length: 16 }, () => pool().connect()));
    const waiting = pool().query('select 1');
    expect(await lookAt(database.url, pool())).toBe('used up');
    for (const client of held) client.release();
    await waiting;
    expect(await lookAt(database.url, pool())).toBe('well');
  });

  test('finds a server that has no connection left', async () => {
    await administer(`create role "${database.name}" login password 'x' connection limit 0`);
    const url = new URL(database.url);
    url.username = database.name;
    url.password = 'x';
    expect(await lookAt(url.href, pool())).toBe('used up');
    await administer(`drop role "${database.name}"`);
  });

  test('finds nobody there, and somebody who does not answer', async () => {
    const open = new Set<Socket>();
    const silent = createServer((socket) => void open.add(socket.on('error', () => {}))).listen(
      0,
      '127.0.0.1',
    );
    await once(silent, 'listening');
    const { port } = silent.address() as { port: number };
    const url = `postgresql://standby:x@127.0.0.1:${port}/standby`;
    expect(await lookAt(url, pool())).toBe('slow');
    for (const socket of open) socket.destroy();
    silent.close();
    await once(silent, 'close');
    expect(await lookAt(url, pool())).toBe('away');
  });
});

describe('what an act met', () => {
  const met = async (sql: string) =>
    await pool()
      .query(sql)
      .then(
        () => false,
        (error) => isInTrouble(error),
      );

  test('is of its statement while somebody who looks finds the database well', async () => {
    const raise = (state: string) => `do $$ begin raise 'refused' using errcode = '${state}'; end $$`;
    for (const state of ['57014', '53100', '53200', '42703', '42P01', '57P01', '08006', '25006', 'XX000'])
      expect([state, await met(raise(state))]).toEqual([state, false]);
    expect(await met('select no_such_column from member')).toBe(false);
    await until('the database to be well', () => databaseHealth().state === 'well');
  });

  test('is trouble when a column is missing, and until it is there', async () => {
    await administerAt(database.ownerUrl, 'alter table member rename column name to called');
    expect(await met('select name from member')).toBe(true);
    expect(databaseHealth().state).toBe('outdated');
    await administerAt(database.ownerUrl, 'alter table member rename column called to name');
    await until('the database to be well again', () => databaseHealth().state === 'well');
  });

  test('is trouble when the server takes no writes', async () => {
    await refuseWrites(true);
    // As many at once as there are connections: those that are open already take writes.
    const writes = Array.from({ length: 16 }, () => write().then(() => false, isInTrouble));
    expect(await Promise.all(writes)).toContain(true);
    await refuseWrites(false);
    await until('the database to be well again', () => databaseHealth().state === 'well');
  });
});

test('who waits for one row leaves connections to those who read', async () => {
  await write();
  const holder = new Client({ connectionString: database.url });
  await holder.connect();
  await holder.query(`begin; select * from rate_window where bucket = 'health' for update`);
  const wait = () =>
    inTransaction((tx) => tx.$queryRaw`select 1 from rate_window where bucket = 'health' for update`);
  const waiting = Array.from({ length: 64 }, wait);
  await until('the row to be waited for', async () => {
    const { rows } = await pool().query(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows[0].n >= 8;
  });
  await Promise.all(Array.from({ length: 20 }, () => db().member.count()));
  expect(pool().waitingCount).toBe(0);
  await holder.query('rollback');
  await holder.end();
  await Promise.all(waiting);
});
