import type { Tx } from '@/lib/database/db';
import { incidentDeclared } from '@/lib/incidents/events';
import { readActors } from '@/lib/platform/events/names';
import { isolated } from '@/lib/platform/rules/isolate';
import { reportAsked, reportDeclined, reportLinked } from '@/lib/reports/events';
import type { TriageReport } from './views';

/** The events that decide about a report, and the word for each. */
export const decisions = {
  [incidentDeclared.type]: 'declared',
  [reportLinked.type]: 'joined',
  [reportAsked.type]: 'asked',
  [reportDeclined.type]: 'declined',
} as const;
export type DecisionType = keyof typeof decisions;

type DecisionAct = (typeof decisions)[DecisionType];

/** `report` names it: "this report" beside its page, its reference in a list. */
export function sentenceOf(by: string, act: DecisionAct, ref: string | null, report = 'this report'): string {
  const who = isolated(by);
  switch (act) {
    case 'declared':
      return `${who} declared ${ref ?? 'an incident'} from ${report}`;
    case 'joined':
      return `${who} added ${report} to ${ref ?? 'an incident'}`;
    case 'asked':
      return `${who} asked the reporter a question`;
    case 'declined':
      return `${who} declined ${report}`;
  }
}

/** The last thing that somebody decided about a report; null before the first. */
export async function lastDecision(
  tx: Tx,
  report: { id: string; incident: { ref: string } | null },
): Promise<TriageReport['decided']> {
  const events = await tx.event.findMany({
    where: {
      subjects: { some: { kind: 'report', subjectId: report.id } },
      type: { in: Object.keys(decisions) },
    },
    orderBy: { id: 'desc' },
    take: 2,
    select: { type: true, actorKind: true, actorId: true, occurredAt: true, requestId: true },
  });
  const [last, before] = events;
  if (!last) return null;
  // Declaring from a report also links it: one decision, told by its first event.
  const one = before?.type === incidentDeclared.type && before.requestId === last.requestId ? before : last;
  const actor = { kind: one.actorKind, id: one.actorId };
  const { name } = (await readActors(tx, [actor]))(actor);
  const act = decisions[one.type as DecisionType];
  const ref = act === 'declared' || act === 'joined' ? (report.incident?.ref ?? null) : null;
  return { by: name, act, at: one.occurredAt.toISOString(), ref, sentence: `${sentenceOf(name, act, ref)}.` };
}
