import type { Tx } from '@/lib/database/db';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { reportFixedAsked, reportLinked, reportQuestionWithdrawn } from '@/lib/reports/events';
import type { ReportState } from '@/lib/reports/schema';
import { type ReportSubject, reports } from '@/lib/reports/subject';
import type { Severity } from '@/lib/severity/schema';

interface Linking {
  report: ReportSubject;
  incidentId: string;
  now: Date;
  /** Who read it, when a member did. */
  memberId?: string | null;
  /** As a person graded it. */
  severity?: Severity;
}

/** Stops the response clock of a report: the first triage act by a person acknowledges it. */
export async function acknowledge(
  tx: Tx,
  reportId: string,
  memberId: string | null,
  now: Date,
): Promise<void> {
  await tx.report.updateMany({
    where: { id: reportId, acknowledgedAt: null },
    data: { acknowledgedAt: now, acknowledgedById: memberId },
  });
  await tx.$executeRaw`
    update clock set stopped_at = greatest(${now}::timestamptz, started_at), paused_at = null,
      missed_at = case when due_at < ${now}::timestamptz then coalesce(missed_at, ${now}::timestamptz) else missed_at end
    where report_id = ${reportId}::uuid and kind = 'ACKNOWLEDGE' and stopped_at is null`;
}

/** Nothing of a report runs on once it was declined, or its incident has clocks of its own. */
export async function stopClocks(tx: Tx, reportId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    update clock set stopped_at = greatest(${now}::timestamptz, started_at), paused_at = null
    where report_id = ${reportId}::uuid and stopped_at is null`;
}

/** Puts a report that waits for triage on an incident. */
export async function linkToIncident(tx: Tx, linking: Linking): Promise<EventDraft> {
  const { report, incidentId, now, memberId = null, severity } = linking;
  const { id: reportId } = report;
  await reports.write(tx, report, {
    state: 'LINKED',
    incidentId,
    openedById: null,
    openedAt: null,
    ...(severity ? { assessedSeverity: severity } : {}),
  });
  await acknowledge(tx, reportId, memberId, now);
  await stopClocks(tx, reportId, now);
  return reportLinked({ reportId, incidentId });
}

/** Asks every reporter on the incident whether it works now. Alerts have nobody to ask. */
export async function askForConfirmation(
  tx: Tx,
  { incidentId, now }: { incidentId: string; now: Date },
): Promise<EventDraft[]> {
  const linked = { incidentId, state: 'LINKED', channel: { not: 'ALERT' } } as const;
  const asked = await reports.writeAll(tx, linked, { state: 'FIXED_ASKED', fixedAskedAt: now });
  return asked.map(({ id }) => reportFixedAsked({ reportId: id, incidentId }));
}

/** Takes the question back: the incident was reopened, so nobody needs to answer. */
export async function takeQuestionBack(tx: Tx, incidentId: string): Promise<EventDraft[]> {
  const states: ReportState[] = ['FIXED_ASKED', 'STILL_BROKEN'];
  const asked = { incidentId, state: { in: states } };
  const rows = await reports.writeAll(tx, asked, { state: 'LINKED', fixedAskedAt: null });
  return rows.map(({ id }) => reportQuestionWithdrawn({ reportId: id, incidentId }));
}

/** "Not yet" takes the report, and only the report, back to being worked on. @returns whether it did */
export async function takeBackBroken(tx: Tx, reportId: string): Promise<boolean> {
  const rows = await reports.writeAll(tx, { id: reportId, state: 'STILL_BROKEN' }, { state: 'LINKED' });
  return rows.length === 1;
}
