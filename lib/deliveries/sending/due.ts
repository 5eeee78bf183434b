import { pool } from '@/lib/database/db';

/** As many as can be on their way until the next look. */
const atOnce = 2_000;

/** Ids of mails that are due and in nobody's hands, the longest waiting first. */
export async function dueDeliveries(most = atOnce): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `select id from delivery where channel = 'EMAIL' and mode = 'LIVE' and state in ('PENDING', 'RETRY')
       and next_try_at <= now() and (claimed_until is null or claimed_until < now())
     order by next_try_at, id limit $1`,
    [most],
  );
  return rows.map(({ id }) => id);
}
