import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { administer, testDatabase } from '@/lib/database/testing/database';
import { migrate } from './migrate';

const { ownerUrl: url } = testDatabase();
const shipped = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standby-migrations-'));
  cpSync(shipped, folder, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function add(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

async function book(name: string) {
  const { rows } = await administer(url, 'select * from _prisma_migrations where migration_name = $1', [
    name,
  ]);
  return rows;
}

test('a migrated database is left as it is', async () => {
  expect(await migrate(url)).toEqual({ applied: [] });
});

test("a new migration is applied once and noted in Prisma's book", async () => {
  const name = '20990101000000_one';
  add(name, 'create table one (id integer);');
  const lines: string[] = [];
  expect(await migrate(url, (line) => lines.push(line), folder)).toEqual({ applied: [name] });
  expect(await migrate(url, () => {}, folder)).toEqual({ applied: [] });
  expect(lines).toEqual([`Applying the migration ${name}.`]);
  const [entry] = await book(name);
  expect(entry).toMatchObject({ applied_steps_count: 1, rolled_back_at: null });
  expect(entry.finished_at).toBeInstanceOf(Date);
  expect(entry.checksum).toMatch(/^[0-9a-f]{64}$/);
});

test('of two at once one works and the other waits', async () => {
  const name = '20990101000001_two';
  add(name, 'select pg_sleep(0.3); create table two (id integer);');
  const both = await Promise.all([migrate(url, () => {}, folder), migrate(url, () => {}, folder)]);
  expect(both.flatMap(({ applied }) => applied)).toEqual([name]);
  expect(await book(name)).toHaveLength(1);
});

test('a migration that fails leaves nothing behind, and the next start tries again', async () => {
  const name = '20990101000002_three';
  add(name, 'create table three (id integer); select 1 / 0;');
  await expect(migrate(url, () => {}, folder)).rejects.toThrow(
    `The migration ${name} did not succeed and was undone: division by zero`,
  );
  expect((await administer(url, `select to_regclass('three') as found`)).rows[0].found).toBeNull();
  expect(await book(name)).toEqual([]);
  add(name, 'create table three (id integer);');
  expect(await migrate(url, () => {}, folder)).toEqual({ applied: [name] });
});

test('a migration that was changed after it was applied stops the start', async () => {
  const name = '20261122000000_init';
  add(name, 'create table something_else (id integer);');
  await expect(migrate(url, () => {}, folder)).rejects.toThrow(
    `The migration ${name} was changed after it had been applied to this database.`,
  );
});

test('a migration left unfinished by another tool stops the start', async () => {
  const name = '20990101000003_four';
  add(name, 'create table four (id integer);');
  await administer(
    url,
    `insert into _prisma_migrations (id, checksum, migration_name) values ('unfinished', 'none', $1)`,
    [name],
  );
  await expect(migrate(url, () => {}, folder)).rejects.toThrow(
    `The migration ${name} was begun by another tool and did not finish.`,
  );
  await administer(url, `update _prisma_migrations set rolled_back_at = now() where id = 'unfinished'`);
  expect(await migrate(url, () => {}, folder)).toEqual({ applied: [name] });
});

test('a database that a newer version has changed is used as it is, and that is said', async () => {
  await administer(
    url,
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at)
     values ('newer', 'none', '29990101000000_newer', now())`,
  );
  const lines: string[] = [];
  expect(await migrate(url, (line) => lines.push(line))).toEqual({ applied: [] });
  expect(lines).toEqual([
    'A newer version of Standby has already changed this database; going on beside it.',
  ]);
});
