import type pg from 'pg';
import { isInTrouble } from '@/lib/database/database-errors';
import { pool } from '@/lib/database/db';
import { untilReadable } from '@/lib/database/health/read-or';
import { chainHash, chainStart } from '@/lib/platform/audit/chain';
import { assertLease, type HeldLease, releaseLease, takeLease } from '@/lib/platform/jobs/lease';
import { logger } from '@/lib/platform/process/log';
import { pause } from '@/lib/platform/process/pause';
import type { Running } from '@/lib/platform/process/repeat';
import { eventColumns, storedEvent } from './read-events';

export const positionChannel = 'standby_position';
const leaseName = 'sequencer';
const leaseSeconds = 5;
const renewMs = 1_500;
const idleMs = 20;
const batchSize = 500;

/**
 * One batch: gives every event waiting in the inbox the next position, in the order of the inbox, and extends the
 * chain. The lease is checked inside the transaction, so a holder that was late writes nothing.
 * @returns how many events got a position.
 */
export async function sequenceBatch(client: pg.PoolClient, lease: HeldLease): Promise<number> {
  await client.query('begin');
  try {
    await assertLease(client, lease);
    const { rows } = await client.query(
      `select i.id as inbox_id, ${eventColumns} from event_inbox i join event e on e.id = i.event_id
       order by i.id limit $1 for update of i skip locked`,
      [batchSize],
    );
    if (rows.length > 0) await writePositions(client, rows);
    await client.query('commit');
    return rows.length;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

async function writePositions(
  client: pg.PoolClient,
  rows: Parameters<typeof storedEvent>[0][],
): Promise<void> {
  const head = await client.query(
    'select position, chain_hash from event_position order by position desc limit 1',
  );
  let position = BigInt(head.rows[0]?.position ?? 0);
  let hash: Uint8Array = head.rows[0]?.chain_hash ?? chainStart;
  const positions: string[] = [];
  const hashes: Buffer[] = [];
  for (const row of rows) {
    position += 1n;
    hash = chainHash(hash, position, storedEvent(row));
    positions.push(position.toString());
    hashes.push(Buffer.from(hash));
  }
  await client.query(
    `insert into event_position (position, event_id, chain_hash)
     select * from unnest($1::bigint[], $2::uuid[], $3::bytea[])`,
    [positions, rows.map((row) => row.id), hashes],
  );
  await client.query('delete from event_inbox where event_id = any($1::uuid[])', [rows.map((row) => row.id)]);
  await client.query('select pg_notify($1, $2)', [positionChannel, position.toString()]);
}

/** Runs the sequencer for as long as this process holds its lease; others wait for it. Several may run at once. */
export function startSequencer(holder: string, database: pg.Pool = pool()): Running {
  const stopping = new AbortController();
  const { signal } = stopping;
  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        const lease = await takeLease(database, leaseName, holder, leaseSeconds);
        if (lease) await hold(database, lease, holder, signal);
        else await pause(idleMs * 10, signal);
      } catch (error) {
        logger().warn({ err: error }, 'sequencer: trying again');
        await isInTrouble(error);
        await pause(500, signal);
        await untilReadable(signal);
      }
    }
  };
  const done = loop();
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

async function hold(
  database: pg.Pool,
  first: HeldLease,
  holder: string,
  stopping: AbortSignal,
): Promise<void> {
  const client = await database.connect();
  let broken = true;
  try {
    let renewAt = Date.now() + renewMs;
    while (!stopping.aborted) {
      if (Date.now() >= renewAt) {
        const renewed = await takeLease(database, leaseName, holder, leaseSeconds);
        if (renewed?.fence !== first.fence) return;
        renewAt = Date.now() + renewMs;
      }
      const { rowCount } = await client.query('select 1 from event_inbox limit 1');
      const count = rowCount ? await sequenceBatch(client, first) : 0;
      if (count < batchSize) await pause(idleMs);
    }
    await releaseLease(database, first);
    broken = false;
  } finally {
    client.release(broken);
  }
}
