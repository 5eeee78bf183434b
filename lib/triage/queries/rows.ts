import type { Db } from '@/lib/database/db';
import { beginning } from '@/lib/platform/rules/graphemes';
import { detailsSelect } from '@/lib/reports/rules/details';
import { reportSummary } from '@/lib/reports/rules/summary';
import { currentStatuses, working } from '@/lib/services/status';
import { similarReports } from '@/lib/triage/rules/similar';
import type { Prisma } from '@/prisma/generated/client';
import { serviceEvidence, suggestionFor } from './evidence';
import type { TriageRow } from './views';

const person = { select: { id: true, name: true } } as const;

export const triageSelect = {
  ...detailsSelect,
  id: true,
  ref: true,
  version: true,
  state: true,
  serviceId: true,
  channel: true,
  addressBlock: true,
  receivedAt: true,
  createdAt: true,
  openedAt: true,
  openedBy: person,
  service: { select: { id: true, slug: true, name: true } },
  clocks: {
    where: { kind: 'ACKNOWLEDGE' },
    take: 1,
    orderBy: { startedAt: 'desc' },
    select: { dueAt: true, atRiskAt: true, stoppedAt: true },
  },
} satisfies Prisma.ReportSelect;

export type TriageReportRow = Prisma.ReportGetPayload<{ select: typeof triageSelect }>;

const presenceMs = 60_000;
// A queue is looked at all day: only the beginnings of a few texts are compared, the report's own page compares more.
const comparedCharacters = 240;
const comparedReports = 25;
const likenessDays = 2;

function acknowledgement(row: TriageReportRow, now: Date): TriageRow['acknowledge'] {
  const [clock] = row.clocks;
  if (!clock) return null;
  const until = clock.stoppedAt ?? now;
  return {
    dueAt: clock.dueAt?.toISOString() ?? null,
    atRisk: !clock.stoppedAt && clock.atRiskAt !== null && clock.atRiskAt <= now,
    missed: clock.dueAt !== null && clock.dueAt < until,
  };
}

function reading(row: TriageReportRow, now: Date): TriageRow['reading'] {
  if (!row.openedBy || !row.openedAt || now.getTime() - row.openedAt.getTime() > presenceMs) return null;
  return { member: row.openedBy, at: row.openedAt.toISOString() };
}

function comparable(row: {
  id: string;
  title: string | null;
  description: string;
  serviceId: string | null;
  receivedAt: Date;
}) {
  const text = beginning(`${row.title ?? ''} ${row.description}`, comparedCharacters);
  return { id: row.id, text, serviceId: row.serviceId, at: row.receivedAt };
}

async function recentReports(db: Db, rows: TriageReportRow[], now: Date) {
  const ids = [...new Set(rows.flatMap((row) => (row.serviceId ? [row.serviceId] : [])))];
  if (ids.length === 0) return [];
  return await db.report.findMany({
    where: {
      serviceId: { in: ids },
      createdAt: { gte: new Date(now.getTime() - likenessDays * 86_400_000) },
    },
    orderBy: { createdAt: 'desc' },
    take: 500,
    select: { id: true, title: true, description: true, serviceId: true, receivedAt: true },
  });
}

/** Says of each of these reports what helps to decide about it. */
export async function triageRowsOf(
  db: Db,
  rows: TriageReportRow[],
  now: Date,
): Promise<(row: TriageReportRow) => TriageRow> {
  const evidence = await serviceEvidence(
    db,
    rows.map((row) => row.serviceId),
    now,
  );
  const statuses = rows.some((row) => row.serviceId)
    ? await currentStatuses(db)
    : new Map<string, typeof working>();
  const recent = (await recentReports(db, rows, now)).map(comparable);
  return (row) => {
    const known = row.serviceId ? evidence.get(row.serviceId) : undefined;
    const others = recent.filter((other) => other.serviceId === row.serviceId).slice(0, comparedReports);
    return {
      id: row.id,
      ref: row.ref,
      version: row.version,
      state: row.state,
      service: row.service && { ...row.service, status: (statuses.get(row.service.id) ?? working).status },
      summary: reportSummary(row),
      reporterName: row.reporterName,
      affectedWhere: row.affectedWhere,
      channel: row.channel,
      claimedSeverity: row.claimedSeverity,
      slow: row.slow,
      receivedAt: row.receivedAt.toISOString(),
      acknowledge: acknowledgement(row, now),
      suggestion: suggestionFor(row, known),
      similarCount: similarReports(comparable(row), others, comparedReports).length,
      looksLike: known?.openIncident?.ref ?? null,
      reading: reading(row, now),
    };
  };
}
