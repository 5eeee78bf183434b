import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { migrate } from '@/lib/database/migrate';
import { administer as administerAt, testDatabase } from '@/lib/database/testing/database';
import { openSchemaEngine } from './schema-engine';
import { currentSchema, schemaDifference } from './write-migration';

const database = testDatabase();
const folder = fileURLToPath(new URL('../prisma/migrations', import.meta.url));
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** What `prisma migrate deploy` does. */
async function deploy(url: string, offered: string[]): Promise<string[]> {
  const engine = await openSchemaEngine(url, currentSchema());
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: {
      baseDir: folder,
      lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
      shadowDbInitScript: '',
      migrationDirectories: offered.map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
        },
      })),
    },
    filters: { externalTables: [], externalEnums: [] },
  });
  return appliedMigrationNames;
}

const other = `${database.name}_prisma`;

const administer = (sql: string) => administerAt(database.ownerUrl, sql);

afterAll(() => administer(`drop database if exists "${other}" with (force)`));

test('Prisma finds nothing to do where Standby has migrated', async () => {
  expect(await deploy(database.ownerUrl, names)).toEqual([]);
});

test('Standby goes on where Prisma has begun', async () => {
  await administer(`create database "${other}"`);
  const address = new URL(database.ownerUrl);
  address.pathname = `/${other}`;
  // Over this adapter Prisma cuts a script at every semicolon, so it gets the one that has no functions.
  expect(await deploy(address.href, names.slice(0, 1))).toEqual(names.slice(0, 1));
  expect(await migrate(address.href)).toEqual({ applied: names.slice(1) });
});

test('a changed schema becomes SQL, an unchanged one none', async () => {
  const to = `${currentSchema()}\nmodel Shelf {\n  id String @id @db.Uuid\n  @@map("shelf")\n}\n`;
  const sql = await schemaDifference(database.ownerUrl, currentSchema(), to);
  expect(sql).toContain('CREATE TABLE "shelf"');
  expect(await schemaDifference(database.ownerUrl, to, to)).toBe('');
});
