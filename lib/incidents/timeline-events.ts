import type { Db } from '@/lib/database/db';
import { eventColumns, storedEvent } from '@/lib/platform/event-reader';
import { type StoredEvent, upcastEvent } from '@/lib/platform/events';
import type { TimelineFilter } from './view-schema';

/** Facts about the reading and the links of reports, which nobody needs on an incident's timeline. */
const hidden = ['report.messagesRead', 'report.linkRequested', 'report.released'];

/** What users saw of the incident, beside the public updates. */
const publicActs = [
  'incident.declared',
  'incident.advanced',
  'incident.regraded',
  'incident.resolved',
  'incident.reopened',
  'incident.closed',
];

const decisions = [
  'incident.declared',
  'incident.regraded',
  'incident.advanced',
  'incident.serviceChanged',
  'incident.roleAssigned',
  'incident.promiseMoved',
  'incident.visibilityChanged',
  'incident.resolved',
  'incident.reopened',
  'incident.closed',
  'decision.made',
];

const conditions: Record<TimelineFilter, string> = {
  ALL: 'true',
  PUBLIC: `(e.type = any(array['${publicActs.join("','")}'])
    or (e.type like 'update.%' and e.data->>'audience' = 'PUBLIC'))`,
  DECISIONS: `e.type = any(array['${decisions.join("','")}'])`,
  RECOVERY: "(e.type like 'run.%' or e.type like 'step.%' or e.type like 'recovery.%')",
};

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
     where ${conditions[filter]} and e.type <> all($2::text[])
       and ($3::bigint is null or p.position < $3::bigint)
     order by p.position desc nulls first, e.id desc limit $4`,
    incidentId,
    hidden,
    before === null ? null : before.toString(),
    limit,
  );
  return rows.map((row) => upcastEvent(storedEvent(row)));
}
