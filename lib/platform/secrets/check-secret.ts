import { createHmac, timingSafeEqual } from 'node:crypto';
import { pool } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { derivedKey } from './derived-key';

/**
 * Keeps a check value of STANDBY_SECRET beside the data at the first start and compares it at every later one: with
 * another secret all private links would be dead and no stored secret could be read, so the start is refused instead.
 * @param demo whether the database holds the demo, written down with it
 * @throws AppError `precondition` when the database was started with another secret
 */
export async function checkSecret(demo: boolean): Promise<void> {
  const mine = createHmac('sha256', derivedKey('check value')).update('standby').digest();
  const stored = (await storedCheck()) ?? (await storeCheck(demo, mine));
  if (stored.length === mine.length && timingSafeEqual(stored, mine)) return;
  throw new AppError(
    'precondition',
    'STANDBY_SECRET is not the one this database was started with. Set the same secret in every process; ' +
      'with another one private links and stored secrets could not be read.',
  );
}

/** Only read at every start but the first, so that one is possible while the database takes no writes. */
async function storedCheck(): Promise<Buffer | null> {
  const { rows } = await pool().query<{ secret_check: Buffer | null }>(
    'select secret_check from installation where id = 1',
  );
  return rows[0]?.secret_check ?? null;
}

async function storeCheck(demo: boolean, mine: Buffer): Promise<Buffer> {
  const { rows } = await pool().query<{ secret_check: Buffer }>(
    `insert into installation (id, demo, secret_check) values (1, $1, $2)
     on conflict (id) do update set secret_check = coalesce(installation.secret_check, excluded.secret_check)
     returning secret_check`,
    [demo, mine],
  );
  return rows[0]?.secret_check ?? mine;
}
