import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeDatabase, connectDatabase } from '@/lib/database/db';
import { forgetAllBut } from '@/lib/platform/process/once-per-process';

/** What modules say when they are loaded, which happens once for all test files of a process. */
const saidByModules = ['event types', 'names', 'closers', 'logger'];

export interface TestDatabase {
  name: string;
  url: string;
}

/**
 * Gives the test file that calls it at its top a database of its own, migrated and empty: `db()`, `pool()` and
 * DATABASE_URL lead to it until the file is done. Then it is dropped, and what the process remembers of it is forgotten:
 * the next file may run in the same process.
 */
export function testDatabase(): TestDatabase {
  const { adminUrl, template } = inject('database');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const address = new URL(adminUrl);
  address.pathname = `/${name}`;
  const database = { name, url: address.href };
  const environment = { ...process.env };
  process.env.DATABASE_URL = database.url;

  beforeAll(async () => {
    await administer(adminUrl, `create database "${name}" template "${template}" strategy file_copy`);
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

async function administer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
