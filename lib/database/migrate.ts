import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { spellAddresses } from './upgrade/spell-addresses';

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

export interface Migrated {
  /** Names, in their order. */
  applied: string[];
}

const migrationsFolder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** What SQL cannot say of a migration, done in its transaction after its SQL. */
const steps: Record<string, (client: Client, log: (line: string) => void) => Promise<void>> = {
  '20261130180000_spell_every_mailbox_in_one_way': spellAddresses,
};

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
): Promise<Migrated> {
  const client = new Client({ connectionString: url, application_name: 'standby migrate' });
  await client.connect();
  try {
    await assertVersion(client);
    await lockMigrations(client);
    return { applied: await applyMissing(client, readMigrations(folder), log) };
  } finally {
    await client.end();
  }
}

/** Waits until nobody else migrates; until the connection ends. */
export async function lockMigrations(client: Client): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [advisoryLock]);
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

async function readBook(client: Client): Promise<Map<string, Applied>> {
  const { rows: there } = await client.query(`select to_regclass('public._prisma_migrations') as book`);
  if (there[0].book === null) return new Map();
  const { rows } = await client.query<Applied>(
    'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
  );
  return new Map(rows.map((row) => [row.migration_name, row]));
}

async function applyMissing(client: Client, migrations: Migration[], log: (line: string) => void) {
  const book = await readBook(client);
  const missing: Migration[] = [];
  for (const migration of migrations) {
    const entry = book.get(migration.name);
    if (entry) assertUnchanged(migration, entry);
    else missing.push(migration);
  }
  if (missing.length > 0) await makeBook(client, missing.length);
  for (const migration of missing) {
    log(`Applying the migration ${migration.name}.`);
    await apply(client, migration, log);
  }
  const known = new Set(migrations.map(({ name }) => name));
  if ([...book.keys()].some((name) => !known.has(name)))
    log('A newer version of Standby has already changed this database; going on beside it.');
  return missing.map(({ name }) => name);
}

/** Refuses before anything is applied, when nothing can be. */
async function makeBook(client: Client, missing: number): Promise<void> {
  const { rows } = await client.query<{ may: boolean; takes: boolean }>(
    `select has_schema_privilege('public', 'create') as may, current_setting('transaction_read_only') = 'off' as takes`,
  );
  const [{ may, takes } = { may: false, takes: false }] = rows;
  const why = takes ? 'this role may not make tables' : 'the database takes no writes';
  if (may && takes) await client.query(bookkeeping);
  else
    throw new Error(
      `This version of Standby needs ${missing} migrations that the database does not have, and ${why}. ` +
        (takes
          ? 'Name the owner of the tables by STANDBY_OWNER_DATABASE_URL, and start again.'
          : 'Start again when it does.'),
    );
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

async function apply(
  client: Client,
  { name, sql, checksum }: Migration,
  log: (line: string) => void,
): Promise<void> {
  const startedAt = new Date();
  await client.query('begin');
  try {
    await client.query(sql);
    await steps[name]?.(client, log);
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
