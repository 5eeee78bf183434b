import { pool } from '@/lib/database/db';
import { sequenceBatch } from '@/lib/platform/events/sequencer';
import { newId } from '@/lib/platform/ids';
import { takeLease } from '@/lib/platform/jobs/lease';

/** Gives every committed event its position, as the worker would. */
export async function sequenceAll(): Promise<void> {
  const lease = await takeLease(pool(), 'sequencer', `test-${newId()}`, 1);
  if (!lease) throw new Error('Another sequencer holds the lease.');
  const client = await pool().connect();
  try {
    while ((await sequenceBatch(client, lease)) > 0);
  } finally {
    client.release();
    await pool().query('update lease set expires_at = now() where name = $1', ['sequencer']);
  }
}
