import { z } from 'zod';
import { checkPolicy } from '@/lib/checks/policy';
import { findingListInput } from '@/lib/checks/schema';
import { actsOf, permitList } from '@/lib/platform/policy';
import { listQuery } from '@/lib/platform/query';
import { ownServices } from '@/lib/services/ownership';
import type { Prisma } from '@/prisma/generated/client';
import { type ServiceFinding, serviceFindingSchema } from './views';

const shown = 50;

export function isCritical({ kind }: Pick<ServiceFinding, 'kind'>): boolean {
  return kind === 'OLD_PRIMARY';
}

/**
 * What Standby found on services and nobody has settled: an old primary that takes writes, an address that accepts
 * nothing, a dataset whose copies are weak; of what is paused or archived nothing is known any more. What people suspect in
 * an incident stands there.
 */
function unsettled(slug?: string): Prisma.FindingWhereInput {
  return {
    service: { archivedAt: null, ...(slug ? { slug } : {}) },
    OR: [
      { runId: { not: null }, settlement: null },
      { monitor: { archivedAt: null, pausedAt: null }, settledAt: null },
      { dataset: { archivedAt: null }, settledAt: null },
    ],
  };
}

function ownFindings(memberId: string): Prisma.FindingWhereInput {
  return { service: ownServices(memberId) };
}

const rowSelect = {
  id: true,
  version: true,
  area: true,
  sentence: true,
  createdAt: true,
  runId: true,
  datasetId: true,
  service: { select: { slug: true, name: true } },
  incident: { select: { ref: true } },
  run: { select: { ref: true } },
} satisfies Prisma.FindingSelect;

type Row = Prisma.FindingGetPayload<{ select: typeof rowSelect }>;

/** Nobody settles a weakness of a dataset: it goes when it is mended. */
function findingRow(
  { runId, datasetId, service, incident, run, createdAt, ...row }: Row,
  acts: ServiceFinding['acts'],
): ServiceFinding[] {
  if (!service) return [];
  const about = { incidentRef: incident?.ref ?? null, runRef: run?.ref ?? null };
  const kind = runId ? 'OLD_PRIMARY' : datasetId ? 'DATASET' : 'ADDRESS';
  return [
    { ...row, ...about, service, kind, createdAt: createdAt.toISOString(), acts: datasetId ? [] : acts },
  ];
}

/** The worst first, then the newest. */
export const findingList = listQuery({
  name: 'finding.list',
  input: findingListInput,
  answer: z.object({ items: z.array(serviceFindingSchema) }),
  allow: permitList(checkPolicy, 'finding.list', ownFindings),
  run: async (visible, { db, input: { service }, ctx }) => {
    const rows = await db.finding.findMany({
      where: { AND: [visible, unsettled(service)] },
      select: rowSelect,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: shown,
    });
    const acts = actsOf(checkPolicy, ['finding.settle'], ctx.actor, false);
    const items = rows.flatMap((row) => findingRow(row, acts));
    return { items: items.sort((one, other) => Number(isCritical(other)) - Number(isCritical(one))) };
  },
});
