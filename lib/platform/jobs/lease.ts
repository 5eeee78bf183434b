import type pg from 'pg';
import { AppError } from '@/lib/platform/errors';

export interface HeldLease {
  name: string;
  holder: string;
  fence: bigint;
}

type Queryable = Pick<pg.Pool, 'query'>;

/**
 * Takes or renews a lease for `seconds`. A row, not a session lock, so that it works through a pooler;
 * the fence grows with every change of holder, and a late holder's writes are refused by `assertLease`.
 * @returns the lease, or null while another holder has it.
 */
export async function takeLease(
  database: Queryable,
  name: string,
  holder: string,
  seconds: number,
): Promise<HeldLease | null> {
  const { rows } = await database.query(
    `insert into lease as l (name, holder, fence, expires_at)
     values ($1, $2, 1, clock_timestamp() + make_interval(secs => $3))
     on conflict (name) do update set
       holder = excluded.holder,
       fence = case when l.holder = excluded.holder and l.expires_at > clock_timestamp() then l.fence else l.fence + 1 end,
       expires_at = excluded.expires_at
     where l.holder = excluded.holder or l.expires_at <= clock_timestamp()
     returning fence`,
    [name, holder, seconds],
  );
  const fence = rows[0]?.fence;
  return fence === undefined ? null : { name, holder, fence: BigInt(fence) };
}

/** Gives the lease up, so that the next holder need not wait for its end. */
export async function releaseLease(database: Queryable, lease: HeldLease): Promise<void> {
  await database.query(
    'update lease set expires_at = clock_timestamp() where name = $1 and holder = $2 and fence = $3',
    [lease.name, lease.holder, lease.fence.toString()],
  );
}

/** Inside a transaction: locks the lease row and refuses when the fence is no longer ours. @throws AppError conflict */
export async function assertLease(client: Queryable, lease: HeldLease): Promise<void> {
  const { rowCount } = await client.query(
    'select 1 from lease where name = $1 and holder = $2 and fence = $3 for update',
    [lease.name, lease.holder, lease.fence.toString()],
  );
  if (rowCount !== 1) throw new AppError('conflict', `The lease ${lease.name} has another holder now.`);
}
