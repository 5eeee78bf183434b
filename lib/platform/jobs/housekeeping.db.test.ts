import { expect, test } from 'vitest';
import { pool } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { housekeeping, removeExpired } from './housekeeping';

testDatabase();

test('what has run out is removed, and nothing else', async () => {
  await pool().query(`insert into idempotency_key (scope, key, body_hash, response, expires_at) values
    ('s', 'old', '\\x00', 'null', now() - interval '1 minute'), ('s', 'new', '\\x00', 'null', now() + interval '1 hour')`);
  await pool().query(`insert into rate_window (bucket, starts_at, count, expires_at) values
    ('old', now(), 1, now() - interval '1 minute'), ('new', now(), 1, now() + interval '1 hour')`);
  expect(await removeExpired()).toEqual({ idempotency_key: 1, rate_window: 1, concern: 0, session: 0 });
  const { rows } = await pool().query('select key from idempotency_key');
  expect(rows).toEqual([{ key: 'new' }]);
});

test('probe results have a partition two weeks ahead', async () => {
  await housekeeping.find((job) => job.name === 'probe-partitions')?.handle();
  const { rows } = await pool().query(`select to_char(current_date + 13, 'YYYYMMDD') as day`);
  const { rowCount } = await pool().query("select 1 from pg_class where relkind = 'r' and relname like $1", [
    `probe_result_${rows[0].day}`,
  ]);
  expect(rowCount).toBe(1);
});
