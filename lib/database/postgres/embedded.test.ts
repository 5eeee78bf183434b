import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  killStaged,
  type Person,
  people,
  stageDriver,
  startStaged,
  stopStaged,
} from '@/lib/database/postgres/testing/staged-driver';
import { scratch } from '@/lib/database/testing/scratch';
import { readPostmaster } from './postmaster';
import { isAlive, until } from './process-state';

let stage: string;
let home: string;
/** Where the database is that is made once for the tests that only need one. */
let lasting: string;
const running: Awaited<ReturnType<typeof startStaged>>[] = [];

beforeAll(async () => {
  stage = await stageDriver();
});

afterAll(() => rmSync(stage, { recursive: true, force: true }));

beforeEach(() => {
  home = mkdtempSync(join(scratch(), 'standby-home-'));
});

afterEach(async () => {
  for (const one of running.splice(0)) {
    await stopStaged(one);
    if (!one.dataDir.startsWith(lasting)) rmSync(one.dataDir, { recursive: true, force: true });
  }
  rmSync(home, { recursive: true, force: true });
});

function giveTo(person: Person, folder: string): void {
  if (person.ids) chownSync(folder, person.ids.uid, person.ids.gid);
  else chmodSync(folder, 0o755);
}

async function start(person: Person, options: { dataDir: string; port?: number }) {
  giveTo(person, home);
  const started = await startStaged(stage, person, options);
  running.push(started);
  return started;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

describe.each(people)('the embedded database as $label', (person) => {
  beforeAll(() => {
    lasting = mkdtempSync(join(scratch(), 'standby-lasting-'));
    giveTo(person, lasting);
  });
  afterAll(() => rmSync(lasting, { recursive: true, force: true }));

  test('is made at the first start, speaks UTF-8 and keeps what was written', async () => {
    const dataDir = join(home, 'with a space', 'db');
    const first = await start(person, { dataDir });
    expect(first.adopted).toBe(false);
    expect(first.said.filter((line) => !line.includes('a copy is kept'))).toEqual([]);
    expect(await ask(first.url, 'select current_database(), current_user, pg_encoding_to_char(6)')).toEqual([
      'standby',
      'standby',
      'UTF8',
    ]);
    await ask(first.url, `create table kept as select 'still here' as word`);
    await stopStaged(first);
    expect(readPostmaster(join(first.dataDir, 'cluster'))).toBeUndefined();
    const second = await start(person, { dataDir });
    expect(await ask(second.url, 'select word from kept')).toEqual(['still here']);
  });

  test('keeps the password to itself and refuses a wrong one', async () => {
    const { url, dataDir } = await start(person, { dataDir: join(lasting, 'db') });
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
    expect(url).toContain(readFileSync(join(dataDir, 'password'), 'utf8'));
    await expect(ask(url.replace(/:[0-9a-f]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
      /password authentication failed/,
    );
  });

  test('is shared with a second process, which does not stop it', async () => {
    const dataDir = join(lasting, 'db');
    const first = await start(person, { dataDir });
    const second = await start(person, { dataDir });
    expect(second).toMatchObject({ adopted: true, url: first.url });
    await stopStaged(second);
    expect(await ask(first.url, 'select 1')).toEqual([1]);
  });

  test('gets what an earlier version did not make from two that start at once', async () => {
    const dataDir = join(lasting, 'db');
    const { url } = await start(person, { dataDir });
    await ask(url, 'drop role standby_application');
    const other = new Client({ connectionString: url });
    await other.connect();
    await other.query('begin; create role standby_application');
    const starting = Promise.all([start(person, { dataDir }), start(person, { dataDir })]);
    const waiting = async () =>
      await ask(url, `select count(*)::int from pg_stat_activity where wait_event_type = 'Lock'`);
    await vi.waitFor(async () => expect(await waiting()).toEqual([2]), { timeout: 20_000, interval: 100 });
    await other.query('rollback');
    await other.end();
    for (const { adopted } of await starting) expect(adopted).toBe(true);
    expect(
      await ask(url, `select count(*)::int from pg_roles where rolname = 'standby_application'`),
    ).toEqual([1]);
  });

  test('takes another port when the wanted one is taken, and says so', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { said, port: got, url } = await start(person, { dataDir: join(lasting, 'db'), port });
    expect(got).not.toBe(port);
    expect(said).toContainEqual(expect.stringContaining(`Port ${port} is taken`));
    expect(await ask(url, 'select 1')).toEqual([1]);
    other.close();
  });

  test('moves a half-made folder aside, says so and starts', async () => {
    const dataDir = join(home, 'db');
    mkdirSync(join(dataDir, 'cluster', 'base'), { recursive: true });
    mkdirSync(join(dataDir, 'cluster.making-999999999'));
    if (person.ids) chownSync(dataDir, person.ids.uid, person.ids.gid);
    const { said, url } = await start(person, { dataDir });
    expect(said.filter((line) => line.includes('interrupted'))).toHaveLength(2);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('half-made-'))).toHaveLength(2);
    expect(await ask(url, 'select 1')).toEqual([1]);
  });

  test('starts again after kill -9 of its parent, with everything committed before', async () => {
    const dataDir = join(lasting, 'db');
    const first = await start(person, { dataDir });
    await ask(first.url, `create table kept as select 42 as n`);
    const before = readPostmaster(join(first.dataDir, 'cluster'));
    await killStaged(first);
    const second = await start(person, { dataDir });
    expect(await ask(second.url, 'select n from kept')).toEqual([42]);
    expect(readPostmaster(join(second.dataDir, 'cluster'))?.pid).not.toBe(before?.pid);
    expect(await until(() => !isAlive(before?.pid as number), 10_000)).toBe(true);
  });

  test('works below a folder that is closed to everybody else', async () => {
    const closed = join(home, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    if (person.ids) chownSync(closed, person.ids.uid, person.ids.gid);
    const dataDir = join(closed, 'project', 'db');
    const first = await start(person, { dataDir });
    expect(await ask(first.url, `create table kept as select 'outside' as word`)).toEqual([]);
    const elsewhere = process.getuid?.() === 0 && !person.ids;
    expect(first.dataDir === dataDir).toBe(!elsewhere);
    expect(first.said.some((line) => line.includes('is kept in') && line.includes(dataDir))).toBe(elsewhere);
    expect(existsSync(join(first.dataDir, 'cluster', 'PG_VERSION'))).toBe(true);
    await stopStaged(first);
    const second = await start(person, { dataDir });
    expect(await ask(second.url, 'select word from kept')).toEqual(['outside']);
  });

  test('names a data folder that it cannot make', async () => {
    const file = join(stage, 'driver.mjs');
    await expect(start(person, { dataDir: join(file, 'db') })).rejects.toThrow(/STANDBY_DATA_DIR/);
  });
});
