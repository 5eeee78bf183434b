import type { Tx } from '@/lib/database/db';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { newId } from '@/lib/platform/ids';
import { reportAsked, reportDeclined } from '@/lib/reports/events';
import { type ReportSubject, reports } from '@/lib/reports/subject';
import type { Severity } from '@/lib/severity/schema';
import { acknowledge, stopClocks } from './link';

interface Deciding {
  report: ReportSubject;
  memberId: string | null;
  text: string;
  now: Date;
}

/** Asks the reporter before anything is decided. */
export async function askReporter(tx: Tx, { report, memberId, text, now }: Deciding): Promise<EventDraft> {
  const reportId = report.id;
  await reports.write(tx, report, { state: 'WAITING_FOR_REPORTER', openedById: null, openedAt: null });
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

/** Declines a report with a reason that its reporter gets. */
export async function declineReport(tx: Tx, { report, memberId, text, now }: Deciding): Promise<EventDraft> {
  const over = { closedAt: now, openedById: null, openedAt: null };
  await reports.write(tx, report, { state: 'DECLINED', declineReason: text, ...over });
  await acknowledge(tx, report.id, memberId, now);
  await stopClocks(tx, report.id, now);
  return reportDeclined({ reportId: report.id });
}

/** Notes who has the report open, unless somebody else opened it within the last minute. No decision, no event. */
export async function notePresence(tx: Tx, reportId: string, memberId: string, now: Date): Promise<void> {
  const stale = new Date(now.getTime() - 60_000);
  await tx.report.updateMany({
    where: {
      id: reportId,
      state: { in: ['NEW', 'WAITING_FOR_REPORTER'] },
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
