import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Engine from '@prisma/schema-engine-wasm';
import { startEmbedded } from '@/lib/database/postgres/embedded';
import { openSchemaEngine } from './schema-engine';

const root = fileURLToPath(new URL('..', import.meta.url));
const migrations = join(root, 'prisma/migrations');
/** The schema that the migrations so far end in: what the next one is written against. */
const migratedFile = join(migrations, 'migrated.prisma');

/** The schema as it is on disk, all files in one text. */
export function currentSchema(): string {
  const folder = join(root, 'prisma/schema');
  const names = readdirSync(folder).filter((name) => name.endsWith('.prisma'));
  return names
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

/** The schema after the last migration; empty before the first. */
export function migratedSchema(): string {
  try {
    return readFileSync(migratedFile, 'utf8');
  } catch {
    return '';
  }
}

/**
 * SQL that leads from one schema to another; an empty text when there is nothing to do. The engine asks the
 * database at `url` for its version and for nothing else.
 */
export async function schemaDifference(url: string, from: string, to: string): Promise<string> {
  const target = (content: string): Engine.DiffTarget =>
    content ? { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] } : { tag: 'empty' };
  const engine = await openSchemaEngine(url, to);
  const answer = await engine.diff({
    from: target(from),
    to: target(to),
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return answer.exitCode === 2 ? (answer.stdout ?? '') : '';
}

async function writeMigration(title: string): Promise<string> {
  const to = currentSchema();
  const dataDir = mkdtempSync(join(tmpdir(), 'standby-migration-'));
  const database = await startEmbedded({ dataDir, durable: false });
  const sql = await schemaDifference(database.url, migratedSchema(), to).finally(() => database.stop());
  rmSync(database.dataDir, { recursive: true, force: true });
  if (!sql) return 'The schema has not changed since the last migration.';
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const name = `${stamp}_${title.replace(/\W+/g, '_').toLowerCase()}`;
  mkdirSync(join(migrations, name), { recursive: true });
  writeFileSync(join(migrations, name, 'migration.sql'), sql);
  writeFileSync(migratedFile, to);
  return `Written: prisma/migrations/${name}/migration.sql. Read it, and add what Prisma cannot express.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const title = process.argv[2];
  if (title) console.log(await writeMigration(title));
  else {
    console.error('Say what the migration does: npx tsx scripts/write-migration.ts "add vendors"');
    process.exitCode = 2;
  }
}
