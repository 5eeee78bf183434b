import { expect, test } from 'vitest';
import { pool } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { newId } from '@/lib/platform/ids';
import { countAttempt, refundAttempt } from './rate-limit';

testDatabase();

test('what came to nothing is given back where it was counted, and as much, when another window has begun meanwhile', async () => {
  const rule = { bucket: newId(), limit: 100, seconds: 3_600, weight: 8 };
  const before = Date.now() - 3_600_000;
  await countAttempt([rule]);
  await refundAttempt([rule], before);
  const counts = async () =>
    (await pool().query('select count from rate_window where bucket = $1', [rule.bucket])).rows;
  expect(await counts()).toEqual([{ count: 8 }]);
  await pool().query(`update rate_window set starts_at = starts_at - interval '1 hour' where bucket = $1`, [
    rule.bucket,
  ]);
  await refundAttempt([rule], before);
  expect(await counts()).toEqual([{ count: 0 }]);
});
