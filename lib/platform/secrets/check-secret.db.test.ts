import { afterEach, expect, test } from 'vitest';
import { pool } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { checkSecret } from './check-secret';

testDatabase();

afterEach(async () => {
  await pool().query('delete from installation');
});

test('keeps the check value at the first start and accepts the same secret later', async () => {
  await checkSecret(false);
  await checkSecret(false);
  const { rows } = await pool().query('select demo, octet_length(secret_check) as bytes from installation');
  expect(rows).toEqual([{ demo: false, bytes: 32 }]);
});

test('refuses another secret and leaves the kept value alone', async () => {
  await pool().query("insert into installation (id, secret_check) values (1, sha256('another'))");
  await expect(checkSecret(false)).rejects.toThrow(/STANDBY_SECRET is not the one/);
  const { rows } = await pool().query("select secret_check = sha256('another') as same from installation");
  expect(rows).toEqual([{ same: true }]);
});
