import type { Tx } from '@/lib/database/db';
import type { Actor } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { nameRows } from '@/lib/platform/events/names';
import { detailsSelect } from './rules/details';

nameRows('report', 'report', 'ref');
nameRows('reporter', 'report', 'reporter_name');

const idForm = /^[0-9a-f]{8}-/;

const columns = {
  ...detailsSelect,
  id: true,
  ref: true,
  state: true,
  version: true,
  memberId: true,
  incidentId: true,
  heldAt: true,
  receivedAt: true,
} as const;

export function byRef(ref: string): { id: string } | { ref: string } {
  return idForm.test(ref) ? { id: ref } : { ref };
}

export function noReport(): AppError {
  return new AppError('not_found', 'There is no such report. Check the reference.');
}

/** The report with this reference or id, locked until the end of the transaction. @throws AppError `not_found` */
export async function lockReport(tx: Tx, ref: string) {
  const found = await tx.report.findUnique({ where: byRef(ref), select: { id: true } });
  if (!found) throw noReport();
  await tx.$queryRaw`select id from report where id = ${found.id}::uuid for update`;
  return await tx.report.findUniqueOrThrow({ where: { id: found.id }, select: columns });
}

export type LockedReport = Awaited<ReturnType<typeof lockReport>>;

/** A report is its reporter's own, and that of the member who filed it. */
export function isOwnReport(actor: Actor, report: { id: string; memberId: string | null }): boolean {
  if (actor.kind === 'reporter') return actor.reportId === report.id;
  return actor.kind === 'member' && actor.memberId === report.memberId;
}
