import '@/lib/nouns';
import type { Db } from '@/lib/database/db';
import type { TimelineFilter } from '@/lib/incidents/queries/views';
import {
  eventTypes,
  type StoredEvent,
  type TimelinePlace,
  upcastEvent,
} from '@/lib/platform/events/event-type';
import { eventColumns, storedEvent } from '@/lib/platform/events/read-events';

/** The data that an event of this place has when it is shown; null when it never is. */
const shownBy: Record<TimelineFilter, (place: TimelinePlace) => object | null> = {
  ALL: () => ({}),
  PUBLIC: (place) => (place.public === true ? {} : (place.public ?? null)),
  DECISIONS: (place) => (place.decision ? {} : null),
  RECOVERY: (place) => (place.as === 'RECOVERY' ? {} : null),
};

function shownTypes(filter: TimelineFilter): { type: string; data: object }[] {
  return eventTypes().flatMap(({ type, timeline }) => {
    const data = timeline ? shownBy[filter](timeline as TimelinePlace) : null;
    return data ? [{ type, data }] : [];
  });
}

interface Page {
  incidentId: string;
  filter: TimelineFilter;
  /** Only what lies before this position. */
  before: bigint | null;
  limit: number;
}

/**
 * The events of an incident and of the reports on it, newest first by position. What the sequencer has not placed yet
 * comes first, and on the first page only.
 */
export async function timelineEvents(
  db: Db,
  { incidentId, filter, before, limit }: Page,
): Promise<StoredEvent[]> {
  const rows = await db.$queryRawUnsafe<Parameters<typeof storedEvent>[0][]>(
    `with about as (
       select event_id from event_subject where kind = 'incident' and subject_id = $1::uuid
       union
       select s.event_id from report r join event_subject s on s.kind = 'report' and s.subject_id = r.id
       where r.incident_id = $1::uuid)
     select ${eventColumns}, p.position::text as position
     from about a join event e on e.id = a.event_id left join event_position p on p.event_id = e.id
     join jsonb_to_recordset($2::jsonb) as shown(type text, data jsonb)
       on shown.type = e.type and e.data @> shown.data
     where $3::bigint is null or p.position < $3::bigint
     order by p.position desc nulls first, e.id desc limit $4`,
    incidentId,
    JSON.stringify(shownTypes(filter)),
    before === null ? null : before.toString(),
    limit,
  );
  return rows.map((row) => upcastEvent(storedEvent(row)));
}
