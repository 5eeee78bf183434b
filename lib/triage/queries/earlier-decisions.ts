import type { Db } from '@/lib/database/db';

import { incidentDeclared } from '@/lib/incidents/events';
import { readActors } from '@/lib/platform/events/names';
import { reportLinked } from '@/lib/reports/events';
import { type DecisionType, decisions, sentenceOf } from './last-decision';

import type { TriageQueue } from './views';

const hours = 12;
const shown = 10;

/** The least id that is made at an instant: ids grow with time, so the last hours are one end of the log. */
function firstIdAt(instant: Date): string {
  const hex = instant.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** What was decided lately, newest first, so that nobody wonders where a report went. */
export async function earlierDecisions(db: Db, now: Date): Promise<TriageQueue['earlier']> {
  const events = await db.event.findMany({
    where: {
      type: { in: Object.keys(decisions) },
      id: { gte: firstIdAt(new Date(now.getTime() - hours * 3_600_000)) },
      actorKind: { in: ['member', 'key'] },
      subjects: { some: { kind: 'report' } },
    },
    orderBy: { id: 'desc' },
    take: shown * 2,
    select: {
      type: true,
      actorKind: true,
      actorId: true,
      requestId: true,
      occurredAt: true,
      subjects: { where: { kind: 'report' }, select: { subjectId: true } },
    },
  });
  // Declaring from a report links it in the same request: one decision.
  const declared = new Set(events.flatMap((e) => (e.type === incidentDeclared.type ? [e.requestId] : [])));
  const decided = events
    .filter((e) => e.type !== reportLinked.type || !declared.has(e.requestId))
    .slice(0, shown);
  const reports = await db.report.findMany({
    where: { id: { in: decided.flatMap((e) => e.subjects.map((subject) => subject.subjectId)) } },
    select: {
      id: true,
      ref: true,
      assessedSeverity: true,
      claimedSeverity: true,
      incident: { select: { ref: true } },
    },
  });
  const name = await readActors(
    db,
    decided.map((e) => ({ kind: e.actorKind, id: e.actorId })),
  );
  return decided.flatMap((event) => {
    const report = reports.find((one) => one.id === event.subjects[0]?.subjectId);
    if (!report) return [];
    const actor = name({ kind: event.actorKind, id: event.actorId });
    const act = decisions[event.type as DecisionType];
    return [
      {
        at: event.occurredAt.toISOString(),
        sentence: sentenceOf(actor.name, act, report.incident?.ref ?? null, report.ref),
        reportRef: report.ref,
        severity: report.assessedSeverity ?? report.claimedSeverity,
      },
    ];
  });
}
