import { pool } from '@/lib/database/db';
import type { CronJob } from './job-queue';

/** Days of probe results that have their partition ahead of time. */
const partitionDays = 14;

/** What has run out and nobody asks for again. @returns rows removed by table */
export async function removeExpired(): Promise<Record<string, number>> {
  const removed: Record<string, number> = {};
  for (const table of ['idempotency_key', 'rate_window', 'concern']) {
    const { rowCount } = await pool().query(`delete from ${table} where expires_at < now()`);
    removed[table] = rowCount ?? 0;
  }
  // An ended session is kept for a while, so that its owner can still see where they were signed in.
  const sessions = await pool().query("delete from session where expires_at < now() - interval '30 days'");
  return { ...removed, session: sessions.rowCount ?? 0 };
}

async function makePartitions(): Promise<void> {
  await pool().query('select ensure_probe_partitions(current_date, current_date + $1::int)', [partitionDays]);
}

export const housekeeping: CronJob[] = [
  { name: 'remove-expired', cron: '17 * * * *', handle: async () => void (await removeExpired()) },
  { name: 'probe-partitions', cron: '5 3 * * *', handle: makePartitions },
];
