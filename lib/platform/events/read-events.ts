import type pg from 'pg';
import { pool } from '@/lib/database/db';
import { type EventSubject, type StoredEvent, upcastEvent } from './event-type';

type Queryable = Pick<pg.Pool, 'query'>;

interface Row {
  id: string;
  type: string;
  v: number;
  data: Record<string, unknown>;
  mode: 'LIVE' | 'DRILL';
  actor_kind: string;
  actor_id: string | null;
  request_id: string | null;
  occurred_at: Date;
  recorded_at: Date;
  subjects: EventSubject[] | null;
  position?: string | null;
}

/** The columns of an event with its subjects; `e` is the event's alias. */
export const eventColumns = `e.id, e.type, e.v, e.data, e.mode, e.actor_kind, e.actor_id, e.request_id, e.occurred_at,
  e.recorded_at, (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', s.kind, 'id', s.subject_id,
  'version', s.version))) from event_subject s where s.event_id = e.id) as subjects`;

/** As stored, in its own version: what the chain was made from. */
export function storedEvent(row: Row): StoredEvent {
  return {
    id: row.id,
    type: row.type,
    v: row.v,
    data: row.data,
    mode: row.mode,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    requestId: row.request_id,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    subjects: row.subjects ?? [],
    position: row.position == null ? null : BigInt(row.position),
  };
}

/** Events after a position, in order, brought up to their newest versions. */
export async function readEvents(
  after: bigint,
  limit: number,
  database: Queryable = pool(),
): Promise<StoredEvent[]> {
  const { rows } = await database.query<Row>(
    `select ${eventColumns}, p.position from event_position p join event e on e.id = p.event_id
     where p.position > $1 order by p.position limit $2`,
    [after.toString(), limit],
  );
  return rows.map((row) => upcastEvent(storedEvent(row)));
}

/** The last position given out; 0 before the first. */
export async function headPosition(database: Queryable = pool()): Promise<bigint> {
  const { rows } = await database.query('select coalesce(max(position), 0) as head from event_position');
  return BigInt(rows[0]?.head ?? 0);
}
