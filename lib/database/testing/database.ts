import { randomBytes } from 'node:crypto';
import { Client, type QueryResult } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeDatabase, connectDatabase } from '@/lib/database/db';
import { forgetAllBut } from '@/lib/platform/process/once-per-process';
import { type Patience, patience } from '@/lib/platform/process/patience';
import { inDatabase } from './template-database';

/** What modules say when they are loaded, which happens once for all test files of a process. */
const saidByModules = ['event types', 'names', 'closers', 'logger'];

/** Nobody waits in tests for the sake of others. */
const little = { sameAnswer: 1, sameRefusal: 1, overLimit: 1, nextTry: 1 } satisfies Partial<Patience>;

/** For tests of a database in trouble: what an act met is looked into at once, and its end is seen at once. */
export function lookOften(): void {
  beforeAll(() => patience.put({ ...patience(), betweenLooks: 20, betweenLooksAtMost: 50 }));
}

export interface TestDatabase {
  name: string;
  /** As the application. */
  url: string;
  /** As the owner of the tables, for what the application must not do. */
  ownerUrl: string;
}

/**
 * Gives the test file that calls it at its top a database of its own, migrated and empty: `db()`, `pool()` and
 * DATABASE_URL lead to it until the file is done. A test that asks about time itself has `patience.forget()` first. Then it is dropped, and what the process remembers of it is forgotten:
 * the next file may run in the same process.
 */
export function testDatabase(): TestDatabase {
  const { adminUrl, applicationUrl, template } = inject('database');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const database = { name, url: inDatabase(applicationUrl, name), ownerUrl: inDatabase(adminUrl, name) };
  const environment = { ...process.env };
  process.env.DATABASE_URL = database.url;

  beforeAll(async () => {
    await administer(adminUrl, `create database "${name}" template "${template}" strategy file_copy`);
    patience.put({ ...patience(), ...little });
    connectDatabase(database.url);
  });

  afterAll(async () => {
    await closeDatabase();
    forgetAllBut(saidByModules);
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
    Object.assign(process.env, environment);
    await administer(adminUrl, `drop database "${name}" with (force)`);
  });

  return database;
}

/** Statements on a connection of their own, as the owner of the tables and of the server. */
export async function administer(url: string, sql: string, values?: unknown[]): Promise<QueryResult> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return await client.query(sql, values).finally(() => client.end());
}
