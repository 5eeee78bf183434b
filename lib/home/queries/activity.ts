import type { Db } from '@/lib/database/db';
import type { EventName } from '@/lib/nouns';
import { type StoredEvent, upcastEvent } from '@/lib/platform/events/event-type';
import { eventColumns, storedEvent } from '@/lib/platform/events/read-events';
import { timelineItems } from '@/lib/timeline/queries/read';
import type { Prisma } from '@/prisma/generated/client';
import type { HomeSummary } from './summary-views';

const shown = 10;
// Some events have no words for people, and some are of incidents that the reader may not see.
const looked = 60;
/** Beside those of incidents and updates. */
const others: EventName[] = [
  'report.filed',
  'report.replied',
  'report.answered',
  'report.linked',
  'report.declined',
  'report.asked',
  'promise.missed',
  'clock.missed',
];

async function lastEvents(db: Db): Promise<StoredEvent[]> {
  const rows = await db.$queryRawUnsafe<Parameters<typeof storedEvent>[0][]>(
    `select ${eventColumns}, p.position::text as position
     from event_position p join event e on e.id = p.event_id
     where p.position > (select coalesce(max(position), 0) from event_position) - 500
       and (e.type like 'incident.%' or e.type like 'update.%' or e.type = any($1))
     order by p.position desc limit ${looked}`,
    others,
  );
  return rows.map((row) => upcastEvent(storedEvent(row)));
}

/** What happened last, newest first. */
export async function recentActivity(
  db: Db,
  visible: Prisma.IncidentWhereInput,
): Promise<HomeSummary['activity']> {
  const events = await lastEvents(db);
  const idOf = (event: StoredEvent) => event.subjects.find(({ kind }) => kind === 'incident')?.id;
  const ids = events.flatMap((event) => idOf(event) ?? []);
  const incidents = await db.incident.findMany({
    where: { AND: [visible, { id: { in: ids } }] },
    select: { id: true, ref: true },
  });
  const restricted = Object.keys(visible).length > 0;
  const seen = events.filter((event) => {
    const id = idOf(event);
    return id ? incidents.some((incident) => incident.id === id) : !restricted;
  });
  const items = await timelineItems(db, seen.slice(0, shown * 2));
  return items.slice(0, shown).map((item) => {
    const event = seen.find(({ id }) => id === item.id);
    const id = event && idOf(event);
    return { ...item, incidentRef: incidents.find((incident) => incident.id === id)?.ref ?? null };
  });
}
