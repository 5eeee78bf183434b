import type { Tx } from '@/lib/database/db';
import type { Actor } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import type { AllocationView } from '@/lib/resources/queries/views';
import type { Prisma } from '@/prisma/generated/client';
import type { AllocationFacts } from './events';
import { allocationActs } from './own';
import { resourceSelect, resourceView } from './rows';

const named = { select: { id: true, name: true } } as const;

export const allocationSelect = {
  id: true,
  unit: true,
  aspect: true,
  state: true,
  startsAt: true,
  endsAt: true,
  releasedAt: true,
  note: true,
  answeredAt: true,
  answerNote: true,
  createdAt: true,
  version: true,
  incidentId: true,
  runId: true,
  resource: { select: resourceSelect },
  requestedBy: named,
  incident: { select: { ref: true, title: true, severity: true } },
  run: { select: { ref: true, mode: true, plan: { select: { name: true } } } },
} satisfies Prisma.AllocationSelect;

export type AllocationRow = Prisma.AllocationGetPayload<{ select: typeof allocationSelect }>;

export function allocationView(row: AllocationRow, actor: Actor, now: Date): AllocationView {
  const { id, kind, name, detail } = resourceView(row.resource, now);
  return {
    id: row.id,
    version: row.version,
    resource: { id, kind, name, detail },
    unit: row.unit,
    aspect: row.aspect,
    state: row.state,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    releasedAt: row.releasedAt?.toISOString() ?? null,
    note: row.note,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answerNote: row.answerNote,
    requestedBy: row.requestedBy,
    createdAt: row.createdAt.toISOString(),
    incident: row.incident,
    run: row.run ? { ref: row.run.ref, mode: row.run.mode, plan: row.run.plan.name } : null,
    acts: allocationActs(actor, row),
  };
}

/** What the events of one allocation are about. */
export function factsOf(row: AllocationRow): AllocationFacts {
  return {
    allocationId: row.id,
    resourceId: row.resource.id,
    kind: row.resource.kind,
    memberId: row.resource.member?.id ?? null,
    teamId: row.resource.team?.id ?? null,
    incidentId: row.incidentId,
    runId: row.runId,
    aspect: row.aspect,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
  };
}

/**
 * The allocation with its resource and its row locked, in that order, as booking does it.
 * @throws AppError `not_found`
 */
export async function lockAllocation(tx: Tx, id: string): Promise<AllocationRow> {
  await tx.$queryRaw`
    select r.id from resource r join allocation a on a.resource_id = r.id where a.id = ${id}::uuid for update of r`;
  await tx.$queryRaw`select id from allocation where id = ${id}::uuid for update`;
  const row = await tx.allocation.findUnique({ where: { id }, select: allocationSelect });
  if (!row) throw new AppError('not_found', 'There is no such booking. Look at the list again.');
  return row;
}

/** Writes columns of a locked allocation and counts its version up. */
export async function writeAllocation(
  tx: Tx,
  row: AllocationRow,
  data: Prisma.AllocationUncheckedUpdateInput,
): Promise<AllocationRow> {
  return await tx.allocation.update({
    where: { id: row.id, version: row.version },
    data: { ...data, version: row.version + 1 },
    select: allocationSelect,
  });
}
