import { z } from 'zod';
import { db } from '@/lib/database/db';
import type { Context } from '@/lib/platform/context';
import { actsOf, permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { suitePolicy } from '@/lib/suites/policy';
import { isOwnSuite } from '@/lib/suites/subject';
import type { Prisma } from '@/prisma/generated/client';
import { baselineView, replayRow, summarySelect } from './rows';
import { type SuiteSummary, suiteSummarySchema } from './views';

export function suiteSummary(row: Prisma.SuiteGetPayload<{ select: typeof summarySelect }>): SuiteSummary {
  const [baseline, latest] = [row.baselines[0], row.runs[0]];
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    description: row.description,
    archived: row.archivedAt !== null,
    cases: row._count.cases,
    service: row.service,
    baseline: baseline ? baselineView(baseline) : null,
    latest: latest ? replayRow(latest) : null,
  };
}

/** The suites of one service by its slug, or of all, by service and name; archived ones when asked for. */
export const listSuites = query({
  name: 'suite.list',
  input: z.object({
    service: z.string().max(80).optional(),
    archived: z.enum(['no', 'yes']).default('no'),
  }),
  answer: z.array(suiteSummarySchema),
  allow: permit(suitePolicy, 'suite.list'),
  run: async ({ db, input }): Promise<SuiteSummary[]> => {
    const rows = await db.suite.findMany({
      where: {
        archivedAt: input.archived === 'yes' ? { not: null } : null,
        ...(input.service ? { service: { slug: input.service } } : {}),
      },
      select: summarySelect,
      orderBy: [{ service: { name: 'asc' } }, { name: 'asc' }],
      take: 500,
    });
    return rows.map(suiteSummary);
  },
});

/** What its reader may begin for a service: a developer for their own only. */
export async function newSuiteActs({ actor }: Context, service: { id: string; archived: boolean }) {
  if (service.archived) return [];
  const own = await isOwnSuite(actor, { serviceId: service.id }, db());
  return actsOf(suitePolicy, ['suite.create'], actor, own);
}
