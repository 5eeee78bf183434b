import type { Tx } from '@/lib/database/db';
import type { Actor } from '@/lib/platform/context';
import { nameRows } from '@/lib/platform/events/names';
import { subject } from '@/lib/platform/subject';
import { awaitsTriage } from './lifecycle';
import { detailsSelect } from './rules/details';

nameRows('reporter', 'report', 'reporter_name');

/** A report is its reporter's own, and that of the member who filed it. */
export function isOwnReport(actor: Actor, report: { id: string; memberId: string | null }): boolean {
  if (actor.kind === 'reporter') return actor.reportId === report.id;
  return actor.kind === 'member' && actor.memberId === report.memberId;
}

export const reports = subject({
  noun: 'report',
  table: 'report',
  select: {
    ...detailsSelect,
    id: true,
    ref: true,
    state: true,
    version: true,
    channel: true,
    memberId: true,
    incidentId: true,
    heldAt: true,
    receivedAt: true,
  },
  answers: { ref: true, state: true, version: true },
  named: 'ref',
  ref: /^R-/i,
  words: { one: 'report', missing: 'There is no such report. Check the reference.' },
  own: isOwnReport,
});
export type ReportSubject = Awaited<ReturnType<typeof reports.lock>>;

/** @throws AppError `conflict` that says who decided what, when somebody did since that version */
export async function assertUndecided(tx: Tx, report: ReportSubject, seen?: number): Promise<void> {
  await reports.assertSeen(tx, report, seen);
  if (!awaitsTriage(report.state)) throw await reports.changed(tx, report);
}
