import type { Db, Tx } from '@/lib/database/db';
import { showsWrites, writes } from '@/lib/suites/rules/case';

/**
 * How many cases of a suite show that the service takes what it is asked to change, by the newest baseline; before there
 * is one, how many ask it to.
 */
export async function writesShown(db: Db | Tx, suiteId: string): Promise<number> {
  const inUse = { archivedAt: null };
  const baseline = await db.baseline.findFirst({
    where: { suiteId },
    orderBy: { number: 'desc' },
    select: {
      cases: {
        where: { case: inUse },
        select: { request: true, expected: true, case: { select: { comparison: true } } },
      },
    },
  });
  if (baseline)
    return baseline.cases.filter(({ case: { comparison }, ...known }) =>
      showsWrites({ ...known, comparison }),
    ).length;
  const cases = await db.suiteCase.findMany({ where: { suiteId, ...inUse }, select: { request: true } });
  return cases.filter(({ request }) => writes(request)).length;
}
