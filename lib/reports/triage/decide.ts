import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { newId } from '@/lib/platform/ids';
import { reportAsked, reportDeclined } from '@/lib/reports/events';
import type { Severity } from '@/lib/severity/schema';
import { acknowledge } from './link';

interface Deciding {
  reportId: string;
  memberId: string | null;
  text: string;
  now: Date;
}

const waits = { in: ['NEW' as const, 'WAITING_FOR_REPORTER' as const] };
const decided = () =>
  new AppError('conflict', 'Somebody has decided on this report already. Reload the queue.');

/** Asks the reporter before anything is decided. The caller holds the report's lock. */
export async function askReporter(tx: Tx, { reportId, memberId, text, now }: Deciding): Promise<EventDraft> {
  const { count } = await tx.report.updateMany({
    where: { id: reportId, state: 'NEW' },
    data: { state: 'WAITING_FOR_REPORTER', openedById: null, openedAt: null, version: { increment: 1 } },
  });
  if (count === 0) throw decided();
  const messageId = newId();
  await tx.reportMessage.create({
    data: { id: messageId, reportId, author: 'PROVIDER', memberId, body: text, createdAt: now },
  });
  await acknowledge(tx, reportId, memberId, now);
  await tx.clock.updateMany({
    where: { reportId, stoppedAt: null, pausedAt: null },
    data: { pausedAt: now },
  });
  return reportAsked({ reportId, messageId });
}

/** Declines a report with a reason that its reporter gets. The caller holds the report's lock. */
export async function declineReport(
  tx: Tx,
  { reportId, memberId, text, now }: Deciding,
): Promise<EventDraft> {
  const { count } = await tx.report.updateMany({
    where: { id: reportId, state: waits },
    data: {
      state: 'DECLINED',
      declineReason: text,
      closedAt: now,
      openedById: null,
      openedAt: null,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw decided();
  await acknowledge(tx, reportId, memberId, now);
  await tx.$executeRaw`
    update clock set stopped_at = greatest(${now}::timestamptz, started_at), paused_at = null
    where report_id = ${reportId}::uuid and stopped_at is null`;
  return reportDeclined({ reportId });
}

/** Notes who has the report open, unless somebody else opened it within the last minute. No decision, no event. */
export async function notePresence(tx: Tx, reportId: string, memberId: string, now: Date): Promise<void> {
  const stale = new Date(now.getTime() - 60_000);
  await tx.report.updateMany({
    where: {
      id: reportId,
      state: waits,
      OR: [{ openedById: null }, { openedById: memberId }, { openedAt: null }, { openedAt: { lt: stale } }],
    },
    data: { openedById: memberId, openedAt: now },
  });
}

/** Stores what was suggested when the report came in, beside what its reporter claimed. */
export async function storeSuggestion(
  tx: Tx,
  reportId: string,
  suggestion: { severity: Severity; reasons: string[] },
): Promise<void> {
  await tx.report.updateMany({
    where: { id: reportId, suggestedSeverity: null },
    data: { suggestedSeverity: suggestion.severity, suggestedReasons: suggestion.reasons },
  });
}
