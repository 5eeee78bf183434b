import { z } from 'zod';
import { checkPolicy } from '@/lib/checks/policy';
import { standingFindingsInput } from '@/lib/checks/schema';
import type { Db } from '@/lib/database/db';
import type { Actor } from '@/lib/platform/context';
import { allowed, permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import type { Prisma } from '@/prisma/generated/client';
import { type StandingFinding, standingFindingSchema } from './views';

const shown = 50;

export function isCritical({ kind }: Pick<StandingFinding, 'kind'>): boolean {
  return kind === 'OLD_PRIMARY';
}

/**
 * What Standby found on services and nobody has settled: an old primary that takes writes, an address that accepts
 * nothing, a dataset that is kept badly; of what is paused or archived nothing is known any more. What people suspect in
 * an incident stands there.
 */
function standing(slug?: string): Prisma.FindingWhereInput {
  return {
    service: { archivedAt: null, ...(slug ? { slug } : {}) },
    OR: [
      { runId: { not: null }, settlement: null },
      { monitor: { archivedAt: null, pausedAt: null }, settledAt: null },
      { dataset: { archivedAt: null }, settledAt: null },
    ],
  };
}

/** @returns the worst first, then the newest */
export async function readStanding(db: Db, actor: Actor, slug?: string): Promise<StandingFinding[]> {
  const rows = await db.finding.findMany({
    where: standing(slug),
    select: {
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
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: shown,
  });
  const may = allowed(checkPolicy['finding.settle'], actor, false);
  return rows
    .flatMap(({ runId, datasetId, service, incident, run, createdAt, ...row }): StandingFinding[] => {
      if (!service) return [];
      const about = { incidentRef: incident?.ref ?? null, runRef: run?.ref ?? null };
      const acts = may && datasetId === null ? (['finding.settle'] as const) : [];
      const at = createdAt.toISOString();
      const kind = runId ? 'OLD_PRIMARY' : datasetId ? 'DATASET' : 'ADDRESS';
      return [{ ...row, ...about, service, kind, createdAt: at, acts: [...acts] }];
    })
    .sort((one, other) => Number(isCritical(other)) - Number(isCritical(one)));
}

export const standingFindings = query({
  name: 'finding.list',
  input: standingFindingsInput,
  answer: z.object({ items: z.array(standingFindingSchema) }),
  allow: permit(checkPolicy, 'finding.list'),
  run: async ({ db, input: { service }, ctx }) => ({ items: await readStanding(db, ctx.actor, service) }),
});
