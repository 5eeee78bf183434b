import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import type { Prisma } from '@/prisma/generated/client';
import type { FindingState } from './schema';

const select = {
  id: true,
  area: true,
  sentence: true,
  state: true,
  version: true,
  incident: { select: { id: true, ref: true, stage: true } },
} satisfies Prisma.FindingSelect;

type Row = Prisma.FindingGetPayload<{ select: typeof select }>;
/** A finding of an incident; `incidentId` is what makes it somebody's own. */
export type FindingSubject = Row & { incident: NonNullable<Row['incident']>; incidentId: string };

/** The finding with its row locked. @throws AppError `not_found`, also for a weakness without an incident */
export async function lockFinding(tx: Tx, id: string): Promise<FindingSubject> {
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    select id from finding where id = ${id}::uuid for update`;
  const row = locked && (await tx.finding.findUnique({ where: { id }, select }));
  if (!row?.incident) throw new AppError('not_found', 'There is no such finding in an incident.');
  return { ...row, incident: row.incident, incidentId: row.incident.id };
}

/** What an act on a finding answers. */
export interface FindingActView {
  id: string;
  state: FindingState;
  version: number;
}
