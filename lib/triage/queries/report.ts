import type { Db } from '@/lib/database/db';
import { openStages } from '@/lib/incidents/lifecycle';
import { reportCounts } from '@/lib/incidents/queries/report-counts';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { beginning } from '@/lib/platform/rules/graphemes';
import { reportPolicy } from '@/lib/reports/policy';
import { messagesSelect, messageView, shownFiles } from '@/lib/reports/queries/messages';
import { detailsOf } from '@/lib/reports/rules/details';
import { reportSummary } from '@/lib/reports/rules/summary';
import { reportInput } from '@/lib/reports/schema';
import { reports } from '@/lib/reports/subject';
import { compareSeverity } from '@/lib/severity/schema';
import { similarReports } from '@/lib/triage/rules/similar';
import type { Prisma } from '@/prisma/generated/client';
import { lastDecision } from './last-decision';
import { triageRowsOf, triageSelect } from './rows';
import { type TriageReport, triageReportSchema } from './views';

const person = { select: { id: true, name: true } } as const;
const comparedReports = 200;
const likenessDays = 14;

const reportSelect = {
  ...triageSelect,
  enteredBy: person,
  incident: { select: { ref: true } },
  messages: { ...messagesSelect, take: 200 },
  files: shownFiles,
} satisfies Prisma.ReportSelect;
type Row = Prisma.ReportGetPayload<{ select: typeof reportSelect }>;

async function similarTo(db: Db, row: Row, now: Date): Promise<TriageReport['similar']> {
  const others = await db.report.findMany({
    where: {
      id: { not: row.id },
      heldAt: null,
      createdAt: { gte: new Date(now.getTime() - likenessDays * 86_400_000) },
    },
    orderBy: { createdAt: 'desc' },
    take: comparedReports,
    select: {
      id: true,
      ref: true,
      title: true,
      description: true,
      serviceId: true,
      receivedAt: true,
      affectedWhere: true,
      incident: { select: { ref: true } },
    },
  });
  const comparable = ({ id, title, description, serviceId, receivedAt }: (typeof others)[number] | Row) => ({
    id,
    text: beginning(`${title ?? ''} ${description}`, 2_000),
    serviceId,
    at: receivedAt,
  });
  return similarReports(comparable(row), others.map(comparable)).flatMap(({ id, score }) => {
    const other = others.find((one) => one.id === id);
    if (!other) return [];
    return [
      {
        id,
        ref: other.ref,
        summary: reportSummary(other),
        affectedWhere: other.affectedWhere,
        receivedAt: other.receivedAt.toISOString(),
        likeness: Math.round(score * 100) / 100,
        incidentRef: other.incident?.ref ?? null,
      },
    ];
  });
}

/** Open incidents, those of the same service and of similar reports first, then the worst. */
async function candidatesFor(
  db: Db,
  row: Row,
  similar: TriageReport['similar'],
): Promise<TriageReport['candidates']> {
  const open = await db.incident.findMany({
    where: { stage: { in: [...openStages] } },
    orderBy: [{ severity: 'asc' }, { createdAt: 'desc' }],
    take: 50,
    select: {
      id: true,
      ref: true,
      title: true,
      severity: true,
      stage: true,
      declaredAt: true,
      roles: { where: { kind: 'MANAGER', endsAt: null }, select: { member: person }, take: 1 },
      services: { where: { endsAt: null }, select: { serviceId: true } },
    },
  });
  const counts = await reportCounts(
    db,
    open.map((incident) => incident.id),
  );
  const rank = (candidate: TriageReport['candidates'][number]) =>
    (candidate.sameService ? 2 : 0) + (similar.some((other) => other.incidentRef === candidate.ref) ? 1 : 0);
  return open
    .map(({ services, roles, declaredAt, ...incident }) => ({
      ...incident,
      declaredAt: declaredAt.toISOString(),
      manager: roles[0]?.member ?? null,
      reportCount: counts(incident.id),
      sameService: row.serviceId !== null && services.some((service) => service.serviceId === row.serviceId),
    }))
    .sort((a, b) => rank(b) - rank(a) || compareSeverity(a.severity, b.severity))
    .slice(0, 8);
}

/** One report with everything that helps to decide about it. */
export const triageReport = query({
  name: 'triage.report',
  input: reportInput,
  answer: triageReportSchema,
  load: (db, { ref }) => reports.read(db, ref, reportSelect),
  allow: permit(reportPolicy, 'triage.read'),
  run: async ({ db, subject: row, ctx }): Promise<TriageReport> => {
    const now = ctx.now ?? new Date();
    const rowOf = await triageRowsOf(db, [row], now);
    const similar = await similarTo(db, row, now);
    return {
      ...rowOf(row),
      ...detailsOf(row),
      similarCount: similar.length,
      enteredBy: row.enteredBy,
      messages: row.messages.map((message) => messageView(message)),
      files: row.files,
      similar,
      candidates: await candidatesFor(db, row, similar),
      decided: await lastDecision(db, row),
      incidentRef: row.incident?.ref ?? null,
    };
  },
});
