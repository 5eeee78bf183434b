import { expect, test } from 'vitest';
import { pool } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { danglingField } from './database-errors';

testDatabase();

test('every foreign key is told by its field, in whatever language the database speaks', async () => {
  const { rows } = await pool().query<{ constraint: string; column: string }>(
    `select conname as constraint, attname as column from pg_constraint
     join pg_attribute on attrelid = conrelid and attnum = conkey[1]
     where contype = 'f' and connamespace = 'public'::regnamespace and cardinality(conkey) = 1`,
  );
  expect(rows.length).toBeGreaterThan(100);
  const told = rows.map(({ constraint }) => {
    const plain = { code: '23503', message: 'verletzt Fremdschlüssel', constraint };
    const cause = { originalCode: '23503', originalMessage: 'verletzt', constraint: { index: constraint } };
    expect(danglingField({ code: 'P2003', meta: { driverAdapterError: { cause } } })).toBe(
      danglingField(plain),
    );
    return [constraint, danglingField(plain)];
  });
  const named = rows.map(({ constraint, column }) => [
    constraint,
    column.replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase()),
  ]);
  expect(told).toEqual(named);
  expect(danglingField({ code: '23505', constraint: 'dataset_service_id_fkey' })).toBeNull();
});
