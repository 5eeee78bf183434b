import type { Db } from '@/lib/database/db';

/** Reports by incident. Counted for the incidents of a page; a count within their select would go over all reports. */
export async function reportCounts(db: Db, incidentIds: string[]): Promise<(id: string) => number> {
  if (incidentIds.length === 0) return () => 0;
  const rows = await db.report.groupBy({
    by: ['incidentId'],
    where: { incidentId: { in: incidentIds } },
    _count: { _all: true },
  });
  const counts = new Map(rows.map((row) => [row.incidentId, row._count._all]));
  return (id) => counts.get(id) ?? 0;
}
