import { z } from 'zod';
import { isOwnIncident } from '@/lib/incidents/ownership';
import { incidentPolicy } from '@/lib/incidents/policy';
import type { IncidentReportsPage } from '@/lib/incidents/queries/views';
import { incidentRefSchema } from '@/lib/incidents/schema';
import { incidents } from '@/lib/incidents/subject';
import { newestFirst } from '@/lib/platform/answers/paging';
import { pageInput } from '@/lib/platform/input/page-input';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { reportSummary } from '@/lib/reports/rules/summary';
import type { Prisma } from '@/prisma/generated/client';
import { incidentReportsPageSchema } from './views';

const select = {
  id: true,
  ref: true,
  title: true,
  description: true,
  reporterName: true,
  affectedWhere: true,
  channel: true,
  state: true,
  createdAt: true,
  receivedAt: true,
  answers: { orderBy: { createdAt: 'desc' }, take: 1, select: { answer: true } },
  messages: { where: { author: 'REPORTER', readAt: null }, select: { id: true }, take: 100 },
} satisfies Prisma.ReportSelect;

const input = z.object({
  ref: incidentRefSchema,
  ...pageInput,
});

/** The reports on an incident, newest first, each with what its reporter said last. */
export const incidentReports = query({
  name: 'incident.reports',
  input,
  answer: incidentReportsPageSchema,
  load: (db, { ref }) => incidents.read(db, ref, { id: true }),
  allow: permit(incidentPolicy, 'incident.read', isOwnIncident),
  run: async ({ db, input: { after, limit }, subject }): Promise<IncidentReportsPage> => {
    const rows = await db.report.findMany({
      where: { AND: [{ incidentId: subject.id }, newestFirst.after(after)] },
      orderBy: newestFirst.orderBy,
      take: limit + 1,
      select,
    });
    const { page, next } = newestFirst.page(rows, limit);
    return {
      rows: page.map(({ title, description, receivedAt, createdAt: _, answers, messages, ...report }) => ({
        ...report,
        summary: reportSummary({ title, description }),
        receivedAt: receivedAt.toISOString(),
        answer: answers[0]?.answer ?? null,
        unread: messages.length,
      })),
      next,
    };
  },
});
