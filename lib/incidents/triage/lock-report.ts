import type { Tx } from '@/lib/database/db';
import { incidentDeclared } from '@/lib/incidents/events';
import { AppError } from '@/lib/platform/errors';
import { readActors } from '@/lib/platform/events/names';
import { reportAsked, reportDeclined, reportLinked } from '@/lib/reports/events';
import { awaitsTriage } from '@/lib/reports/lifecycle';

/** The events that decide about a report, and the word for each. */
export const decisions = {
  [incidentDeclared.type]: 'declared',
  [reportLinked.type]: 'joined',
  [reportAsked.type]: 'asked',
  [reportDeclined.type]: 'declined',
} as const;
export type DecisionType = keyof typeof decisions;

export type DecisionAct = (typeof decisions)[DecisionType] | 'changed';

/** What somebody decided about a report, for the person who comes second. */
export interface DecisionMade {
  by: string;
  act: DecisionAct;
  at: string;
  /** The incident that it went to. */
  ref: string | null;
  sentence: string;
}

const reportSelect = {
  id: true,
  ref: true,
  state: true,
  version: true,
  serviceId: true,
  claimedSeverity: true,
  slow: true,
  channel: true,
  receivedAt: true,
  memberId: true,
  incident: { select: { ref: true } },
} as const;

/** A report that waits for triage, its row locked until the end of the transaction. */
export type WaitingReport = Awaited<ReturnType<typeof lockWaitingReport>>;

/** `report` names it: "this report" beside its page, its reference in a list. */
export function sentenceOf(by: string, act: DecisionAct, ref: string | null, report = 'this report'): string {
  switch (act) {
    case 'declared':
      return `${by} declared ${ref ?? 'an incident'} from ${report}`;
    case 'joined':
      return `${by} added ${report} to ${ref ?? 'an incident'}`;
    case 'asked':
      return `${by} asked the reporter a question`;
    case 'declined':
      return `${by} declined ${report}`;
    default:
      return `${by} changed ${report}`;
  }
}

/** The last thing that somebody decided about a report; null before the first. */
export async function lastDecision(
  tx: Tx,
  report: { id: string; incident: { ref: string } | null },
): Promise<DecisionMade | null> {
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

async function refuseSecond(
  tx: Tx,
  report: { id: string; incident: { ref: string } | null },
  waits: boolean,
) {
  const made = await lastDecision(tx, report);
  if (made && (!waits || made.act === 'asked')) {
    throw new AppError('conflict', `${made.sentence} Yours was not done, so nothing is overwritten.`, {
      details: { ...made },
    });
  }
  throw new AppError(
    'conflict',
    'The report changed while you were reading it. Look at it again, then decide.',
    {
      details: { act: 'changed' },
    },
  );
}

/**
 * Locks a report for a triage decision. Two people who decide at once take turns here, and the second is told.
 * @throws AppError `not_found`, `conflict` with the decision of the other in `details`
 */
export async function lockWaitingReport(tx: Tx, wanted: { ref: string; version: number }) {
  const key = wanted.ref.toUpperCase().startsWith('R-') ? 'ref' : 'id';
  const [row] =
    key === 'ref'
      ? await tx.$queryRaw<
          { id: string }[]
        >`select id from report where ref = ${wanted.ref.toUpperCase()} for update`
      : await tx.$queryRaw<{ id: string }[]>`select id from report where id = ${wanted.ref}::uuid for update`;
  if (!row) throw new AppError('not_found', 'There is no such report. It may have been removed.');
  const report = await tx.report.findUniqueOrThrow({ where: { id: row.id }, select: reportSelect });
  const waits = awaitsTriage(report.state);
  if (!waits || report.version !== wanted.version) await refuseSecond(tx, report, waits);
  return report;
}
