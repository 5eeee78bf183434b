import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface Applied {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

const migrationsFolder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** The lock that Prisma's own `migrate deploy` takes, so that the two never run side by side. */
const advisoryLock = 72707369;

/**
 * Brings the database at `url` to the schema of this version and answers the names of what was applied. Keeps
 * the book that `prisma migrate deploy` keeps. Any number of processes may call it at once: one works, the
 * others wait. Needs a direct connection (no transaction pooler). Errors are sentences.
 */
export async function migrate(
  url: string,
  log: (line: string) => void = () => {},
  folder: string = migrationsFolder,
): Promise<{ applied: string[] }> {
  const client = new Client({ connectionString: url, application_name: 'standby migrate' });
  await client.connect();
  try {
    await assertVersion(client);
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    await client.query(bookkeeping);
    return { applied: await applyMissing(client, readMigrations(folder), log) };
  } finally {
    await client.end();
  }
}

/** The refusal for a PostgreSQL that is too old, from its `server_version_num`; none when it will do. */
export function olderVersionRefusal(versionNumber: number): string | undefined {
  const major = Math.floor(versionNumber / 10_000);
  if (major >= 15) return undefined;
  return `Standby needs PostgreSQL 15 or newer; this database is version ${major}. Upgrade it, or start without DATABASE_URL to use the one that comes with Standby.`;
}

async function assertVersion(client: Client): Promise<void> {
  const { rows } = await client.query('show server_version_num');
  const refusal = olderVersionRefusal(Number(rows[0].server_version_num));
  if (refusal) throw new Error(refusal);
}

function readMigrations(folder: string): Migration[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

async function applyMissing(client: Client, migrations: Migration[], log: (line: string) => void) {
  const { rows } = await client.query<Applied>(
    'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
  );
  const book = new Map(rows.map((row) => [row.migration_name, row]));
  const applied: string[] = [];
  for (const migration of migrations) {
    const entry = book.get(migration.name);
    if (entry) assertUnchanged(migration, entry);
    else {
      log(`Applying the migration ${migration.name}.`);
      await apply(client, migration);
      applied.push(migration.name);
    }
  }
  const known = new Set(migrations.map(({ name }) => name));
  const newer = rows.filter((row) => !known.has(row.migration_name));
  if (newer.length > 0)
    log('A newer version of Standby has already changed this database; going on beside it.');
  return applied;
}

function assertUnchanged({ name, checksum }: Migration, entry: Applied): void {
  if (!entry.finished_at) {
    throw new Error(
      `The migration ${name} was begun by another tool and did not finish. Mark it with "prisma migrate resolve", then start again.`,
    );
  }
  if (entry.checksum === checksum) return;
  throw new Error(
    `The migration ${name} was changed after it had been applied to this database. Restore its file and put the change into a new migration.`,
  );
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  const startedAt = new Date();
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const words = error instanceof Error ? error.message : String(error);
    throw new Error(`The migration ${name} did not succeed and was undone: ${words}`, { cause: error });
  }
}

/** Prisma's table, as its engine makes it. */
const bookkeeping = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;
