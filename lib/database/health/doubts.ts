import type pg from 'pg';
import { columnsOfTables } from '@/lib/database/tables';
import { troubleOf } from './trouble';

/** Makes a small table and takes it back, which needs room on the disk. */
const fill = `create temporary table standby_look on commit drop as
  select md5(random()::text) from generate_series(1, 1000)`;

export async function isRoomLeft(client: pg.ClientBase): Promise<boolean> {
  return await client.query(fill).then(
    () => true,
    // Whoever may make none knows nothing.
    (error) => troubleOf(error) === null,
  );
}

const missing = `select 1 from unnest($1::text[], $2::text[]) as known (of_table, name) where not exists (
  select 1 from pg_attribute where attrelid = to_regclass(of_table) and attname = name and not attisdropped) limit 1`;

/** Whether there is every table and column that this version knows. */
export async function isSchemaComplete(client: pg.ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(missing, [
    columnsOfTables.map(({ table }) => table),
    columnsOfTables.map(({ column }) => column),
  ]);
  return rowCount === 0;
}
