import type pg from 'pg';
import { pool } from '@/lib/database/db';
import { eventColumns, storedEvent } from '@/lib/platform/events/read-events';
import { chainHash, chainStart } from './chain';

export interface AuditResult {
  ok: boolean;
  /** Events whose place in the chain was checked. */
  checked: number;
  head: { position: bigint; hash: string };
  /** One sentence per fault, with the position where it shows. */
  faults: string[];
}

/** A chain head written down outside the database at some time. */
export interface AnchoredHead {
  position: bigint;
  hash: string;
}

const pageSize = 2_000;

/**
 * Recomputes the chain over every position: finds an event that was changed, removed, inserted or moved, events that
 * never got a position, a log whose end was taken away from those who read it or wait in it, and, with heads anchored
 * outside, one that was shortened or rewritten as a whole.
 */
export async function verifyAudit(
  anchors: AnchoredHead[] = [],
  database: pg.Pool = pool(),
): Promise<AuditResult> {
  const faults: string[] = [];
  const anchored = Map.groupBy(anchors, (anchor) => anchor.position);
  let hash: Uint8Array = chainStart;
  let position = 0n;
  let checked = 0;
  for (;;) {
    const { rows } = await database.query(
      `select p.position, p.chain_hash, p.event_id, ${eventColumns} from event_position p left join event e on e.id = p.event_id
       where p.position > $1 order by p.position limit $2`,
      [position.toString(), pageSize],
    );
    for (const row of rows) {
      const found = BigInt(row.position);
      if (found !== position + 1n) faults.push(gap(position + 1n, found - 1n));
      const stored: Buffer = row.chain_hash;
      if (row.id === null) faults.push(`Position ${found}: the event is missing.`);
      else if (!Buffer.from(chainHash(hash, found, storedEvent(row))).equals(stored)) {
        faults.push(`Position ${found}: the event is not the one that was recorded there.`);
      }
      // Going on from the stored hash shows each fault at its own place instead of at every later one too.
      hash = stored;
      position = found;
      checked += 1;
      if (anchored.get(found)?.some((anchor) => anchor.hash !== stored.toString('hex'))) {
        faults.push(`Position ${found}: the chain differs from the head that was written down outside.`);
      }
    }
    if (rows.length < pageSize) break;
  }
  for (const beyond of anchored.keys()) {
    if (beyond > position) {
      faults.push(`Position ${beyond}: written down outside, but the log ends at ${position}.`);
    }
  }
  faults.push(...(await unplaced(database)), ...(await readBeyond(database)));
  return {
    ok: faults.length === 0,
    checked,
    head: { position, hash: Buffer.from(hash).toString('hex') },
    faults,
  };
}

function gap(from: bigint, to: bigint): string {
  return from === to ? `Position ${from} is missing.` : `Positions ${from} to ${to} are missing.`;
}

/** Events outside the chain that no sequencer will ever take. */
async function unplaced(database: pg.Pool): Promise<string[]> {
  const { rows } = await database.query(
    `select e.id, e.type from event e
     where not exists (select 1 from event_position p where p.event_id = e.id)
       and not exists (select 1 from event_inbox i where i.event_id = e.id) limit 20`,
  );
  return rows.map((row) => `Event ${row.id} (${row.type}) has no position and waits for none.`);
}

/** What was read at its position, or waits for one, was there: without it the end of the log was taken away. */
async function readBeyond(database: pg.Pool): Promise<string[]> {
  const read = await database.query(
    `select c.name, c.position, h.head from consumer_cursor c,
       (select coalesce(max(position), 0) as head from event_position) h
     where c.position > h.head order by c.name`,
  );
  const waiting = await database.query(
    `select i.event_id from event_inbox i
     where not exists (select 1 from event e where e.id = i.event_id) limit 20`,
  );
  return [
    ...read.rows.map(
      ({ name, position, head }) =>
        `Position ${position}: the consumer “${name}” has read it, but the log ends at ${head}.`,
    ),
    ...waiting.rows.map((row) => `Event ${row.event_id} waits for a position and is missing.`),
  ];
}
