import { z } from 'zod';
import type { Db } from '@/lib/database/db';
import { incidentRefSchema } from '@/lib/incidents/inputs';
import { isOwnIncident } from '@/lib/incidents/own';
import { incidentPolicy } from '@/lib/incidents/policy';
import { incidentWhere, noSuchIncident } from '@/lib/incidents/subject';
import { timelineEvents } from '@/lib/incidents/timeline-events';
import { namesIn, type TimelineTexts, textsOf } from '@/lib/incidents/timeline-texts';
import { type TimelineItem, type TimelineView, timelineFilterSchema } from '@/lib/incidents/view-schema';
import type { StoredEvent } from '@/lib/platform/events';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { namesOf, type Who } from '@/lib/reports/actor-names';
import { audienceOf } from '@/lib/updates/describe';
import { describeEvent } from './describe';

const kinds: [prefix: string, kind: TimelineItem['kind']][] = [
  ['incident.noted', 'NOTE'],
  ['update.', 'UPDATE'],
  ['report.', 'REPORT'],
  ['incident.managerAsked', 'REPORT'],
  ['incident.regraded', 'DECISION'],
  ['decision.', 'DECISION'],
  ['run.', 'RECOVERY'],
  ['step.', 'RECOVERY'],
  ['recovery.', 'RECOVERY'],
  ['clock.', 'CLOCK'],
  ['promise.', 'CLOCK'],
];

function kindOf(type: string): TimelineItem['kind'] {
  return kinds.find(([prefix]) => type.startsWith(prefix))?.[1] ?? 'EVENT';
}

// Written down while it happens, a note is a moment late; more than this is a look back.
const sameMoment = 60_000;

function itemOf(event: StoredEvent, sentence: string, who: Who, texts: TimelineTexts): TimelineItem {
  return {
    id: event.id,
    position: event.position?.toString() ?? null,
    type: event.type,
    kind: kindOf(event.type),
    at: event.occurredAt.toISOString(),
    recordedAt: event.recordedAt.toISOString(),
    backdated: event.recordedAt.getTime() - event.occurredAt.getTime() > sameMoment,
    who,
    sentence,
    text: texts.textOf(event),
    audience: event.type.startsWith('update.') ? audienceOf(event) : null,
    edited: texts.wasEdited(event),
    reportRef: texts.reportRef(event),
    updateId: typeof event.data.updateId === 'string' ? event.data.updateId : null,
  };
}

/** Events with their names, words and texts, in the order given. */
export async function timelineItems(db: Db, events: StoredEvent[]): Promise<TimelineItem[]> {
  const names = await namesIn(db, events);
  const texts = await textsOf(db, events);
  const who = await namesOf(
    db,
    events.map((event) => ({ kind: event.actorKind, id: event.actorId })),
  );
  return events.flatMap((event) => {
    const sentence = describeEvent(event, names);
    if (sentence === null) return [];
    return [itemOf(event, sentence, who({ kind: event.actorKind, id: event.actorId }), texts)];
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
  load: async (db, { ref }) => {
    const row = await db.incident.findUnique({ where: incidentWhere(ref), select: { id: true } });
    if (!row) throw noSuchIncident(ref);
    return row;
  },
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
