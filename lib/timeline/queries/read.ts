import { z } from 'zod';
import type { Db } from '@/lib/database/db';
import { isOwnIncident } from '@/lib/incidents/ownership';
import { incidentPolicy } from '@/lib/incidents/policy';
import {
  type TimelineItem,
  type TimelineView,
  timelineFilterSchema,
  timelineViewSchema,
} from '@/lib/incidents/queries/views';
import { incidentRefSchema } from '@/lib/incidents/schema';
import { incidents } from '@/lib/incidents/subject';
import {
  type Names,
  type StoredEvent,
  sentenceOf,
  type TimelinePlace,
  timelineOf,
} from '@/lib/platform/events/event-type';
import { actorOf, namedActor, readNamesIn } from '@/lib/platform/events/names';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { timelineEvents } from '@/lib/timeline/timeline-events';
import { type TimelineTexts, textsOf } from '@/lib/timeline/timeline-texts';
import { audienceSchema } from '@/lib/updates/schema';

// Written down while it happens, a note is a moment late; more than this is a look back.
const sameMoment = 60_000;

function itemOf(event: StoredEvent, place: TimelinePlace, names: Names, texts: TimelineTexts): TimelineItem {
  return {
    id: event.id,
    position: event.position?.toString() ?? null,
    type: event.type,
    kind: place.as,
    at: event.occurredAt.toISOString(),
    recordedAt: event.recordedAt.toISOString(),
    backdated: event.recordedAt.getTime() - event.occurredAt.getTime() > sameMoment,
    who: namedActor(names, actorOf(event)),
    sentence: sentenceOf(event, names),
    text: texts.textOf(event),
    audience: place.as === 'UPDATE' ? audienceSchema.parse(event.data.audience) : null,
    edited: texts.wasEdited(event),
    reportRef: texts.reportRef(event),
    updateId: typeof event.data.updateId === 'string' ? event.data.updateId : null,
  };
}

/** Events with their names, words and texts, in the order given. */
export async function timelineItems(db: Db, events: StoredEvent[]): Promise<TimelineItem[]> {
  const names = await readNamesIn(db, events);
  const texts = await textsOf(db, events);
  return events.flatMap((event) => {
    const place = timelineOf(event);
    return place ? [itemOf(event, place, names, texts)] : [];
  });
}

const input = z.object({
  ref: incidentRefSchema,
  filter: timelineFilterSchema.default('ALL'),
  /** `next` of the page before. */
  before: z
    .string()
    .regex(/^\d{1,18}$/, 'This page of the timeline is not known.')
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

/** What happened, newest first: events ∪ notes ∪ updates ∪ the reports on the incident. */
export const incidentTimeline = query({
  name: 'incident.timeline',
  input,
  answer: timelineViewSchema,
  load: (db, { ref }) => incidents.read(db, ref, { id: true }),
  allow: permit(incidentPolicy, 'incident.read', isOwnIncident),
  run: async ({ db, input: { filter, before, limit }, subject }): Promise<TimelineView> => {
    const page = { incidentId: subject.id, filter, before: before ? BigInt(before) : null };
    const events = await timelineEvents(db, { ...page, limit: limit + 1 });
    const shown = events.slice(0, limit);
    const last = shown.findLast((event) => event.position !== null)?.position;
    const next = events.length > limit && last ? last.toString() : null;
    return { items: await timelineItems(db, shown), next };
  },
});
