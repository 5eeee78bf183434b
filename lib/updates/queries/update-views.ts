import type { Db, Tx } from '@/lib/database/db';
import type { Prisma } from '@/prisma/generated/client';
import type { DeliveryCounts, UpdateView } from './views';

const person = { select: { id: true, name: true } } as const;

export const updateSelect = {
  id: true,
  incidentId: true,
  audience: true,
  stage: true,
  revision: true,
  version: true,
  publishedAt: true,
  nextUpdateAt: true,
  nextUpdateZone: true,
  author: person,
  revisions: {
    orderBy: { number: 'desc' },
    take: 1,
    select: { number: true, body: true, createdAt: true },
  },
} satisfies Prisma.UpdateSelect;

type Row = Prisma.UpdateGetPayload<{ select: typeof updateSelect }>;

const none: DeliveryCounts = { PENDING: 0, SENT: 0, RETRY: 0, DEAD: 0, SUPPRESSED: 0 };

/** Deliveries by state, for each of the updates that has some. */
async function deliveryCounts(database: Db | Tx, ids: string[]): Promise<Map<string, DeliveryCounts>> {
  const counts = new Map<string, DeliveryCounts>();
  if (ids.length === 0) return counts;
  const rows = await database.delivery.groupBy({
    by: ['updateId', 'state'],
    where: { updateId: { in: ids } },
    _count: { _all: true },
  });
  for (const row of rows) {
    if (!row.updateId) continue;
    counts.set(row.updateId, { ...(counts.get(row.updateId) ?? none), [row.state]: row._count._all });
  }
  return counts;
}

/** A key or the command line has no row as author. */
export function authorOf(author: { id: string; name: string } | null) {
  return author ? { kind: 'member', ...author } : { kind: 'key', id: null, name: 'The provider' };
}

/** Views of updates, in the order of the rows. */
export async function updateViews(database: Db | Tx, rows: Row[]): Promise<UpdateView[]> {
  const deliveries = await deliveryCounts(
    database,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    incidentId: row.incidentId,
    audience: row.audience,
    stage: row.stage,
    text: row.revisions[0]?.body ?? '',
    revision: row.revision,
    version: row.version,
    editedAt: row.revision > 1 ? (row.revisions[0]?.createdAt.toISOString() ?? null) : null,
    publishedAt: row.publishedAt.toISOString(),
    by: authorOf(row.author),
    nextUpdateAt: row.nextUpdateAt?.toISOString() ?? null,
    zone: row.nextUpdateZone,
    deliveries: deliveries.get(row.id) ?? none,
  }));
}
