import { type Db, pool, type Tx } from '@/lib/database/db';
import { logger } from './log';
import { oncePerProcess } from './once-per-process';

/** What only whoever runs this installation can set right, by its name. */
export type ConcernName =
  | 'audit webhook'
  | 'database role'
  | 'mail certificate'
  | 'proxy'
  | 'sent mail'
  | 'spooled report'
  | 'unknown proxy';

export interface Concern {
  name: string;
  /** What it is, what follows from it, and the setting that ends it. */
  says: string;
  since: Date;
  /** Why nothing was to be done, as somebody said before; it is told again. */
  settlement: string | null;
}

/** The same is written again after so many milliseconds at the earliest, and sooner when it could not be written. */
const [restMs, retryMs] = [60_000, 5_000];

/** What this process wrote last; null: set right. */
const noted = oncePerProcess(
  'concerns',
  () => new Map<ConcernName, { says: string | null; until: number }>(),
);

async function note(name: ConcernName, says: string | null, write: () => Promise<unknown>): Promise<void> {
  const last = noted().get(name);
  if (last?.says === says && Date.now() < last.until) return;
  if (says !== null && last?.says !== says) logger().warn({ concern: name }, says);
  const entry = { says, until: Date.now() + restMs };
  noted().set(name, entry);
  await write().catch((error: unknown) => {
    entry.until = Date.now() + retryMs;
    logger().warn({ err: error, concern: name }, 'a concern could not be noted');
  });
}

/**
 * Notes what somebody has to set right, as often as it is met, and says it in the log once. Never throws.
 * @param hours after which it is none any more unless it was met again; else it stays until `endConcern`
 */
export async function raiseConcern(name: ConcernName, says: string, hours?: number): Promise<void> {
  await note(name, says, () =>
    pool().query(
      `insert into concern as c (name, says, expires_at) values ($1, $2, now() + make_interval(hours => $3::int))
       on conflict (name) do update set says = excluded.says, expires_at = excluded.expires_at,
         settled_until = case when c.says = excluded.says then c.settled_until end,
         settled_by_id = case when c.says = excluded.says then c.settled_by_id end,
         settlement = case when c.says = excluded.says then c.settlement end,
         since = case when c.expires_at < now() then now() else c.since end`,
      [name, says, hours ?? null],
    ),
  );
}

/** It is set right. Never throws. */
export async function endConcern(name: ConcernName): Promise<void> {
  await note(name, null, () => pool().query('delete from concern where name = $1', [name]));
}

/** Somebody says that nothing is to be done, so that the same is not told until then. @returns whether there is one */
export async function settleForNow(
  tx: Tx,
  { name, says }: { name: ConcernName; says: string },
  { until, byId, why }: { until: Date; byId: string | null; why: string },
): Promise<boolean> {
  const settled = { settledUntil: until, settledById: byId, settlement: why };
  return (await tx.concern.updateMany({ where: { name, says }, data: settled })).count > 0;
}

/** Those that there are now and that nobody has settled, the oldest first. */
export async function openConcerns(db: Db): Promise<Concern[]> {
  return await db.concern.findMany({
    where: {
      AND: [
        { OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
        { OR: [{ settledUntil: null }, { settledUntil: { lte: new Date() } }] },
      ],
    },
    select: { name: true, says: true, since: true, settlement: true },
    orderBy: { since: 'asc' },
  });
}
