import { z } from 'zod';
import { incidentRefSchema } from '@/lib/incidents/inputs';
import { isOwnIncident } from '@/lib/incidents/own';
import { incidentPolicy } from '@/lib/incidents/policy';
import { incidentWhere, noSuchIncident } from '@/lib/incidents/subject';
import type { IncidentReportsPage } from '@/lib/incidents/view-schema';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { reportSummary } from '@/lib/reports/rules/summary';
import type { Prisma } from '@/prisma/generated/client';

const select = {
  id: true,
  ref: true,
  title: true,
  description: true,
  reporterName: true,
  affectedWhere: true,
  channel: true,
  state: true,
  receivedAt: true,
  answers: { orderBy: { createdAt: 'desc' }, take: 1, select: { answer: true } },
  messages: { where: { author: 'REPORTER', readAt: null }, select: { id: true }, take: 100 },
} satisfies Prisma.ReportSelect;

const input = z.object({
  ref: incidentRefSchema,
  /** Id of the last report of the page before. */
  after: z.uuid('This page of the list does not exist.').optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** The reports on an incident, newest first, each with what its reporter said last. */
export const incidentReports = query({
  name: 'incident.reports',
  input,
  load: async (db, { ref }) => {
    const row = await db.incident.findUnique({ where: incidentWhere(ref), select: { id: true } });
    if (!row) throw noSuchIncident(ref);
    return row;
  },
  allow: permit(incidentPolicy, 'incident.read', isOwnIncident),
  run: async ({ db, input: { after, limit }, subject }): Promise<IncidentReportsPage> => {
    const rows = await db.report.findMany({
      where: { incidentId: subject.id },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      ...(after ? { cursor: { id: after }, skip: 1 } : {}),
      take: limit + 1,
      select,
    });
    const shown = rows.slice(0, limit);
    return {
      rows: shown.map(({ title, description, receivedAt, affectedWhere, answers, messages, ...report }) => ({
        ...report,
        summary: reportSummary({ title, description }),
        where: affectedWhere,
        receivedAt: receivedAt.toISOString(),
        answer: answers[0]?.answer ?? null,
        unread: messages.length,
      })),
      next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  },
});
