import { expect, test } from 'vitest';
import { db, pool } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { Prisma } from '@/prisma/generated/client';
import { currentSchema, migratedSchema, schemaDifference } from '@/scripts/write-migration';

const database = testDatabase();

test('every change of the schema has its migration', async () => {
  expect(await schemaDifference(database.url, migratedSchema(), currentSchema())).toBe('');
});

test('every model can be read with all its columns', async () => {
  for (const model of Object.values(Prisma.ModelName)) {
    const delegate = model.charAt(0).toLowerCase() + model.slice(1);
    const { findFirst } = db()[delegate as 'member'];
    expect(await findFirst(), model).toBeNull();
  }
});

test('every foreign key has an index, but for those that only say by whom', async () => {
  const { rows } = await pool().query<{ key: string }>(`
    select c.conrelid::regclass || '.' || a.attname as key
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.conparentid = 0 and c.confrelid <> 'member'::regclass
      and not exists (
        select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1] and i.indpred is null
      )`);
  expect(rows.map(({ key }) => key)).toEqual([]);
});

test('times default to the clock of the database', async () => {
  const { rows } = await pool().query<{ key: string }>(`
    select table_name || '.' || column_name as key from information_schema.columns
    where table_schema = 'public' and column_name in ('created_at', 'recorded_at') and column_default is null
      and table_name not like 'probe_result_%'`);
  expect(rows).toEqual([]);
});
