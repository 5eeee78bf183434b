import { pool } from '@/lib/database/db';
import { type StoredEvent, upcastEvent } from '@/lib/platform/events/event-type';
import { eventColumns, storedEvent } from '@/lib/platform/events/read-events';

/** The events of one subject in order, newest versions; those without a position yet come last. */
export async function readSubjectEvents(kind: string, id: string): Promise<StoredEvent[]> {
  const { rows } = await pool().query<Parameters<typeof storedEvent>[0]>(
    `select ${eventColumns}, p.position from event_subject x join event e on e.id = x.event_id
     left join event_position p on p.event_id = e.id
     where x.kind = $1 and x.subject_id = $2 order by p.position nulls last, e.id`,
    [kind, id],
  );
  return rows.map((row) => upcastEvent(storedEvent(row)));
}

/** The types of the events about a subject, in the order they were recorded. */
export async function recordedAbout(kind: string, id: string): Promise<string[]> {
  return (await readSubjectEvents(kind, id)).map((event) => event.type);
}
