import { Client } from 'pg';
import { lockMigrations, type Migrated, migrate } from '@/lib/database/migrate';

/** The ways to one database. */
export interface DatabaseAccess {
  /** As the role of the application, perhaps through a pooler. */
  url: string;
  /** As the role that owns the tables, past any pooler: it migrates them, and nothing else. */
  ownerUrl: string;
}

export interface Prepared extends Migrated {
  /** The application's role may change tables and triggers, because it owns them. */
  oneRole: boolean;
}

interface Role {
  name: string;
  owns: boolean;
}

/**
 * Brings the database to the schema of this version, and leaves the application's role what it needs: rows, and
 * the schema in which pg-boss makes tables by itself; but no change of tables and triggers, nor of what only grows.
 * Where nothing is missing nothing is written, so that a database that takes no writes is started on. Errors are sentences.
 */
export async function prepareDatabase(
  { url, ownerUrl }: DatabaseAccess,
  log: (line: string) => void = () => {},
): Promise<Prepared> {
  const { applied } = await migrate(ownerUrl, log);
  const role = await connected(url, applicationRole);
  if (!role.owns) await connected(ownerUrl, (owner) => separate(owner, role.name));
  return { applied, oneRole: role.owns };
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'standby roles' });
  await client.connect();
  return await work(client).finally(() => client.end());
}

/** Whoever may become the owner of the tables, or of the schema that they stand in, counts as one. */
async function applicationRole(client: Client): Promise<Role> {
  const { rows } = await client.query<Role>(
    `select current_user as name, pg_has_role(c.relowner, 'member') or pg_has_role(n.nspowner, 'member') as owns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relname = 'event'`,
  );
  if (!rows[0]) throw new Error('DATABASE_URL and STANDBY_OWNER_DATABASE_URL lead to different databases.');
  return rows[0];
}

async function separate(owner: Client, role: string): Promise<void> {
  await lockMigrations(owner);
  const before = await rightsOf(owner, role);
  if (!before.differ && !before.strangeJobs) return;
  try {
    await owner.query(`begin; ${grants(owner.escapeIdentifier(role), before)}`);
    // PostgreSQL only warns of a grant of what somebody may not grant.
    if ((await rightsOf(owner, role)).differ) throw new Error('the tables belong to another role');
    await owner.query('commit');
  } catch (error) {
    throw new Error(
      `The role “${role}” of DATABASE_URL cannot be given the rights that it needs: ${(error as Error).message}. ` +
        'Name the owner of the tables by STANDBY_OWNER_DATABASE_URL, and start again.',
      { cause: error },
    );
  }
}

interface Rights {
  /** The role has others than it is to have. */
  differ: boolean;
  /** The tables of pg-boss belong to another role. */
  strangeJobs: boolean;
  /** Tables whose rows a trigger holds as they are, whoever comes. */
  growing: string[];
}

async function rightsOf(owner: Client, role: string): Promise<Rights> {
  const { rows } = await owner.query<Rights>(rights, [role]);
  return rows[0] as Rights;
}

const growing = `select tgrelid from pg_trigger where tgfoid = to_regproc('refuse_change')`;
const book = `'_prisma_migrations'::regclass`;

const rights = `
  select exists (
    select from pg_class where relnamespace = 'public'::regnamespace and not relispartition and case
      when relkind = 'S' then not has_sequence_privilege($1, oid, 'update')
      when relkind in ('r', 'p') then has_table_privilege($1, oid, 'truncate, trigger, references')
        or not has_table_privilege($1, oid, 'select')
        or has_table_privilege($1, oid, 'insert') = (oid = ${book})
        or has_table_privilege($1, oid, 'update') = (oid = ${book} or oid in (${growing}))
        or has_table_privilege($1, oid, 'delete') = (oid = ${book} or oid in (${growing}))
      end
    union all
    select where has_schema_privilege($1, 'public', 'create')
      or not has_schema_privilege($1, 'public', 'usage') or not has_schema_privilege($1, 'pgboss', 'create')
  ) as differ,
  exists (
    select from pg_class where relnamespace = 'pgboss'::regnamespace and pg_get_userbyid(relowner) <> $1
  ) as "strangeJobs",
  array(select distinct tgrelid::regclass::text from (${growing}) g) as growing`;

/** Jobs of another owner go: they are made again for every row that is due. @param role quoted */
function grants(role: string, { strangeJobs, growing }: Rights): string {
  return `
    revoke all on all tables in schema public from ${role};
    grant select, insert, update, delete on all tables in schema public to ${role};
    revoke insert, update, delete on _prisma_migrations from ${role};
    revoke update, delete on ${growing.join(', ')} from ${role};
    grant usage, select, update on all sequences in schema public to ${role};
    revoke create on schema public from public, ${role};
    grant usage on schema public to ${role};
    ${strangeJobs ? 'drop schema pgboss cascade; create schema pgboss;' : ''}
    grant usage, create on schema pgboss to ${role};`;
}
