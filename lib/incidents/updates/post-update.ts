import type { Tx } from '@/lib/database/db';
import { startClock, stopClocks } from '@/lib/incidents/clocks/run-clocks';
import type { IncidentStage } from '@/lib/incidents/schema';
import type { IncidentSubject } from '@/lib/incidents/subject';
import { AppError } from '@/lib/platform/errors';
import type { EventDraft } from '@/lib/platform/events/event-type';
import type { Settings } from '@/lib/settings/schema';
import { updatePublished } from '@/lib/updates/events';
import { audiencesFor, keepsPromise } from '@/lib/updates/rules/audience';
import type { Audience } from '@/lib/updates/schema';
import { insertUpdate } from '@/lib/updates/write';
import { keepPromise, makePromise, type PromisedTime } from './promises';

interface Posting {
  incident: Pick<IncidentSubject, 'id' | 'ref' | 'severity' | 'visibility' | 'firstUpdateAt'>;
  audience: Audience;
  text: string;
  stage: IncidentStage;
  /** When the next one comes; null when this is the last word. */
  next: PromisedTime | null;
  memberId: string | null;
  /** The run whose announcement it is. */
  runId?: string | null;
  settings: Settings;
  now: Date;
}

/** Columns of the incident's row that an update changes. */
interface PostedColumns {
  firstUpdateAt?: Date;
  nextUpdateAt?: Date | null;
  nextUpdateZone?: string | null;
}

/** @throws AppError `precondition` when a public update would tell of an internal incident */
export function assertAudience(
  audience: Audience,
  incident: Pick<IncidentSubject, 'ref' | 'visibility'>,
): void {
  if (audiencesFor(incident.visibility).includes(audience)) return;
  throw new AppError(
    'precondition',
    `${incident.ref} is internal. Make it public first, or write to the reporters or the team.`,
  );
}

/** @throws AppError `invalid` when the promise that such an update needs is missing, or stands where none can */
export function assertNext(posting: { keeps: boolean; stays: boolean; next: unknown }): void {
  if (posting.keeps && posting.stays && !posting.next) {
    const message = 'Say when the next update comes.';
    throw new AppError('invalid', message, { fields: { next: [message] } });
  }
  if (posting.next && !posting.keeps) {
    const message = 'The next update is promised to everyone, so only an update to everyone can promise it.';
    throw new AppError('invalid', message, { fields: { next: [message] } });
  }
}

/**
 * Writes an update of the locked incident with all that follows from it: the promise is kept and the next one made,
 * the first-update clock stops, the clock to the next one starts again.
 */
export async function postUpdate(
  tx: Tx,
  posting: Posting,
): Promise<{ updateId: string; columns: PostedColumns; drafts: EventDraft[] }> {
  const { incident, audience, next, now } = posting;
  const keeps = keepsPromise(audience, incident.visibility);
  const updateId = await insertUpdate(tx, { ...posting, incidentId: incident.id });
  const columns: PostedColumns = {};
  if (audience !== 'INTERNAL' && !incident.firstUpdateAt) columns.firstUpdateAt = now;
  if (audience !== 'INTERNAL') await stopClocks(tx, incident.id, ['FIRST_UPDATE'], now);
  const settled = keeps ? await keepPromise(tx, { incidentId: incident.id, updateId, now }) : null;
  if (keeps) await restartUpdateClock(tx, posting);
  if (keeps && next)
    await makePromise(tx, { ...next, incidentId: incident.id, memberId: posting.memberId, now });
  if (keeps) {
    columns.nextUpdateAt = next?.dueAt ?? null;
    columns.nextUpdateZone = next?.zone ?? null;
  }
  const published = updatePublished({
    updateId,
    revision: 1,
    audience,
    incidentId: incident.id,
    nextUpdateAt: next?.dueAt.toISOString() ?? null,
    kept: settled?.kept ?? null,
  });
  return { updateId, columns, drafts: [published, ...(settled?.drafts ?? [])] };
}

async function restartUpdateClock(tx: Tx, { incident, next, settings, now }: Posting): Promise<void> {
  await stopClocks(tx, incident.id, ['UPDATE'], now);
  if (!next) return;
  const { id, severity } = incident;
  await startClock(tx, {
    incidentId: id,
    kind: 'UPDATE',
    severity,
    settings,
    startedAt: now,
    pausedSeconds: 0,
  });
}
