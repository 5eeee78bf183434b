import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { lastAct } from '@/lib/platform/last-act';
import { nameRows } from '@/lib/platform/names';
import type { Prisma } from '@/prisma/generated/client';

nameRows('incident', 'incident', 'ref');

export const subjectSelect = {
  id: true,
  ref: true,
  title: true,
  severity: true,
  stage: true,
  visibility: true,
  version: true,
  startedAt: true,
  declaredAt: true,
  acknowledgedAt: true,
  firstUpdateAt: true,
  mitigatedAt: true,
  resolvedAt: true,
  nextUpdateAt: true,
  nextUpdateZone: true,
  settingsVersion: true,
  services: {
    where: { endsAt: null },
    select: {
      id: true,
      serviceId: true,
      status: true,
      startsAt: true,
      reason: true,
      service: { select: { name: true } },
    },
  },
} satisfies Prisma.IncidentSelect;

/** An incident as its commands see it, with the intervals that are open. */
export type IncidentSubject = Prisma.IncidentGetPayload<{ select: typeof subjectSelect }>;

export function incidentWhere(ref: string): { ref: string } | { id: string } {
  return /^INC-/i.test(ref) ? { ref: ref.toUpperCase() } : { id: ref.toLowerCase() };
}

export function noSuchIncident(ref: string): AppError {
  return new AppError('not_found', `There is no incident ${ref}. Check the reference.`);
}

/** The incident with its row locked until the end of the transaction. @throws AppError `not_found` */
export async function lockIncident(tx: Tx, ref: string): Promise<IncidentSubject> {
  const where = incidentWhere(ref);
  const [row] =
    'ref' in where
      ? await tx.$queryRaw<{ id: string }[]>`select id from incident where ref = ${where.ref} for update`
      : await tx.$queryRaw<{ id: string }[]>`select id from incident where id = ${where.id}::uuid for update`;
  if (!row) throw noSuchIncident(ref);
  return await tx.incident.findUniqueOrThrow({ where: { id: row.id }, select: subjectSelect });
}

/** @throws AppError `conflict` that says who changed what, when the caller looked at an older version */
export async function assertIncidentVersion(
  tx: Tx,
  subject: IncidentSubject,
  version?: number,
): Promise<void> {
  if (version === undefined || version === subject.version) return;
  const last = await lastAct(tx, { kind: 'incident', id: subject.id }, ['incident', 'update']);
  const what = last
    ? `${last.by} changed ${subject.ref} in between: ${last.act}.`
    : `${subject.ref} was changed in between.`;
  throw new AppError('conflict', `${what} Look at it again, then decide.`, {
    details: { ...last, ref: subject.ref },
  });
}

/** What every act on an incident answers. */
export interface IncidentActView {
  id: string;
  ref: string;
  version: number;
  stage: IncidentSubject['stage'];
  severity: IncidentSubject['severity'];
}

/** Writes columns of the locked incident and counts its version up. */
export async function writeIncident(
  tx: Tx,
  subject: IncidentSubject,
  data: Prisma.IncidentUncheckedUpdateInput,
): Promise<IncidentActView> {
  return await tx.incident.update({
    where: { id: subject.id, version: subject.version },
    data: { ...data, version: subject.version + 1 },
    select: { id: true, ref: true, version: true, stage: true, severity: true },
  });
}
