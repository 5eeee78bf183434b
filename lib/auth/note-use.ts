import { databaseHealth, pool } from '@/lib/database/db';
import { withTimeLimit } from '@/lib/platform/limits/time-limit';
import { logger } from '@/lib/platform/process/log';

const waitMs = 500;

/** Writes down that a session or a key was used. Whoever only reads neither fails nor waits because that cannot be written. */
export async function noteUse(update: string, id: string): Promise<void> {
  if (databaseHealth().state !== 'well') return;
  await withTimeLimit(waitMs, pool().query(update, [id])).catch((error) =>
    logger().debug({ err: error }, 'a use is not written down at the moment'),
  );
}
