import type { Db, Tx } from '@/lib/database/db';
import { writes } from '@/lib/suites/rules/case';

/** The cases of a baseline that are still in use, in their order. @param reads only those that change nothing */
export async function casesOf(db: Db | Tx, baselineId: string, reads: boolean): Promise<string[]> {
  const rows = await db.baselineCase.findMany({
    where: { baselineId, case: { archivedAt: null } },
    select: { caseId: true, request: true },
    orderBy: { case: { position: 'asc' } },
  });
  return rows.filter(({ request }) => !(reads && writes(request))).map(({ caseId }) => caseId);
}
