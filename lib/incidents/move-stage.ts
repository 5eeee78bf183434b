import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { assertVerdict } from '@/lib/platform/lifecycle';
import { incidentAdvanced } from './events';
import { advanceIncident } from './lifecycle';
import { writeReason } from './notes';
import type { IncidentStage } from './schema';
import type { IncidentSubject } from './subject';

interface Move {
  subject: IncidentSubject;
  to: IncidentStage;
  reason: string | undefined;
  memberId: string | null;
  now: Date;
}

/**
 * Moves the stage forward, short of the end: resolving and closing are acts of their own, with words for users.
 * @throws AppError `conflict` with the lifecycle's reason, `precondition`
 */
export async function moveStage(
  tx: Tx,
  { subject, to, reason, memberId, now }: Move,
): Promise<{ columns: { stage: IncidentStage; mitigatedAt?: Date }; draft: EventDraft }> {
  assertVerdict(advanceIncident(subject.stage, to, reason));
  if (to === 'RESOLVED') {
    throw new AppError('precondition', 'Resolve the incident with a text that tells users what was done.');
  }
  if (to === 'CLOSED')
    throw new AppError('precondition', 'Close the incident, and say what is known of its cause.');
  const noteId = await writeReason(tx, { incidentId: subject.id, memberId, text: reason, now });
  return {
    columns: { stage: to, ...(to === 'MONITORING' && !subject.mitigatedAt ? { mitigatedAt: now } : {}) },
    draft: incidentAdvanced({ incidentId: subject.id, from: subject.stage, to, noteId }),
  };
}

/** @throws AppError `precondition` when the incident is over */
export function assertOpen(subject: Pick<IncidentSubject, 'ref' | 'stage'>, what: string): void {
  if (subject.stage === 'CLOSED') {
    throw new AppError(
      'precondition',
      `${subject.ref} is closed, so ${what}. Declare a new incident and link it to this one.`,
    );
  }
  if (subject.stage === 'RESOLVED') {
    throw new AppError('precondition', `${subject.ref} is resolved, so ${what}. Reopen it first.`);
  }
}
