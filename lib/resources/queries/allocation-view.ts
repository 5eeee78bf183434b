import type { Actor } from '@/lib/platform/context';
import { allocationActs } from '@/lib/resources/rules/allocation-acts';
import type { Prisma } from '@/prisma/generated/client';
import { resourceSelect, resourceView } from './resource-view';
import type { AllocationView } from './views';

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
