import type { Db } from '@/lib/database/db';
import * as events from '@/lib/incidents/events';
import { type IncidentStage, incidentStages } from '@/lib/incidents/schema';
import { readActors } from '@/lib/platform/events/names';
import type { StageStep } from './views';

const moving = [
  events.incidentDeclared.type,
  events.incidentAdvanced.type,
  events.incidentReopened.type,
  events.incidentResolved.type,
  events.incidentClosed.type,
];

interface Step {
  at: Date;
  actor: { kind: string; id: string | null };
}

function reached(event: { type: string; data: Record<string, unknown> }): IncidentStage {
  if (event.type === events.incidentDeclared.type) return 'TRIAGED';
  if (event.type === events.incidentResolved.type) return 'RESOLVED';
  if (event.type === events.incidentClosed.type) return 'CLOSED';
  const moved = events.incidentAdvanced.read(event) ?? events.incidentReopened.read(event);
  return moved?.to ?? 'TRIAGED';
}

/** When each stage was reached last, and by whom. Reopening forgets the stages after the one gone back to. */
async function stageTimes(db: Db, incidentId: string): Promise<Map<IncidentStage, Step>> {
  const rows = await db.event.findMany({
    where: { type: { in: moving }, subjects: { some: { kind: 'incident', subjectId: incidentId } } },
    orderBy: { id: 'asc' },
    select: { type: true, data: true, actorKind: true, actorId: true, occurredAt: true },
  });
  const times = new Map<IncidentStage, Step>();
  for (const row of rows) {
    const event = { type: row.type, data: row.data as Record<string, unknown> };
    const stage = reached(event);
    for (const later of incidentStages.slice(incidentStages.indexOf(stage) + 1)) times.delete(later);
    times.set(stage, { at: row.occurredAt, actor: { kind: row.actorKind, id: row.actorId } });
  }
  return times;
}

interface Subject {
  id: string;
  stage: IncidentStage;
  startedAt: Date;
}

/** The stages of an incident with their times, before them the first report. */
export async function stageSteps(db: Db, incident: Subject): Promise<StageStep[]> {
  const times = await stageTimes(db, incident.id);
  const name = await readActors(
    db,
    [...times.values()].map((step) => step.actor),
  );
  const first = await db.report.findFirst({
    where: { incidentId: incident.id },
    orderBy: { receivedAt: 'asc' },
    select: { receivedAt: true },
  });
  const here = incidentStages.indexOf(incident.stage);
  const steps = incidentStages.map((stage, index): StageStep => {
    const step = times.get(stage);
    const at = step && index <= here ? step.at.toISOString() : null;
    const by = step && index <= here ? name(step.actor) : null;
    const passed = step ? 'done' : 'skipped';
    return { stage, at, by, state: index === here ? 'current' : index > here ? 'ahead' : passed };
  });
  const reportedAt = (first?.receivedAt ?? incident.startedAt).toISOString();
  return [{ stage: 'REPORTED', at: reportedAt, by: null, state: 'done' }, ...steps];
}
