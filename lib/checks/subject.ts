import type { Db, Tx } from '@/lib/database/db';
import { isOwnIncident } from '@/lib/incidents/own';
import { incidentWhere, noSuchIncident } from '@/lib/incidents/subject';
import type { Actor } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { lastAct } from '@/lib/platform/last-act';
import { nameRows } from '@/lib/platform/names';
import type { Prisma } from '@/prisma/generated/client';
import type { CheckState } from './schema';

nameRows('check', 'check', 'name');

const incident = { select: { id: true, ref: true, stage: true } } as const;

/** An incident as the acts on its checks see it. */
export type IncidentOfChecks = Prisma.IncidentGetPayload<typeof incident>;

export async function findIncident(db: Db | Tx, ref: string): Promise<IncidentOfChecks> {
  const row = await db.incident.findUnique({ where: incidentWhere(ref), ...incident });
  if (!row) throw noSuchIncident(ref);
  return row;
}

export const ownIncident = (actor: Actor, subject: { id: string }): Promise<boolean> =>
  isOwnIncident(actor, subject);

export const ownCheck = (actor: Actor, subject: { incidentId: string }): Promise<boolean> =>
  isOwnIncident(actor, { id: subject.incidentId });

/** @throws AppError `precondition` once nothing about the incident changes any more */
export function assertNotClosed({ ref, stage }: Pick<IncidentOfChecks, 'ref' | 'stage'>): void {
  if (stage === 'CLOSED')
    throw new AppError('precondition', `${ref} is closed, so its checks stay as they are.`);
}

const checkSelect = {
  id: true,
  incidentId: true,
  name: true,
  area: true,
  state: true,
  note: true,
  probeKind: true,
  assigneeId: true,
  startedAt: true,
  version: true,
  incident,
} satisfies Prisma.CheckSelect;

export type CheckSubject = Prisma.CheckGetPayload<{ select: typeof checkSelect }>;

/** The check with its row locked until the end of the transaction. @throws AppError `not_found` */
export async function lockCheck(tx: Tx, id: string): Promise<CheckSubject> {
  const [row] = await tx.$queryRaw<
    { id: string }[]
  >`select id from "check" where id = ${id}::uuid for update`;
  if (!row) throw new AppError('not_found', 'There is no such check. Open the investigation again.');
  return await tx.check.findUniqueOrThrow({ where: { id }, select: checkSelect });
}

/** @throws AppError `conflict` that says who did what, when the caller looked at an older version */
export async function assertSeen(
  tx: Tx,
  kind: 'check' | 'finding',
  subject: { id: string; version: number },
  version: number,
): Promise<void> {
  if (version === subject.version) return;
  const last = await lastAct(tx, { kind, id: subject.id });
  const what = last ? `${last.by} was first: ${last.act}.` : 'It was changed in between.';
  throw new AppError('conflict', `${what} Look at it again, then decide.`, { details: { ...last } });
}

/** What an act on a check answers. */
export interface CheckActView {
  id: string;
  state: CheckState;
  version: number;
}

/** Writes columns of the locked check and counts its version up. */
export async function writeCheck(
  tx: Tx,
  subject: Pick<CheckSubject, 'id' | 'version'>,
  data: Prisma.CheckUncheckedUpdateInput,
): Promise<CheckActView> {
  return await tx.check.update({
    where: { id: subject.id, version: subject.version },
    data: { ...data, version: subject.version + 1 },
    select: { id: true, state: true, version: true },
  });
}
