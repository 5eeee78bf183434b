import { z } from 'zod';
import { newestFirst } from '@/lib/platform/answers/paging';
import { pageInput } from '@/lib/platform/input/page-input';
import { permitList } from '@/lib/platform/policy';
import { listQuery } from '@/lib/platform/query';
import { reportPolicy } from '@/lib/reports/policy';
import { reportSummary } from '@/lib/reports/rules/summary';
import { reportStateSchema } from '@/lib/reports/schema';
import { type ReportList, type ReportRow, reportListSchema } from './views';

const listInput = z.object({
  ...pageInput,
  state: reportStateSchema.optional(),
});

/** Newest first. A user and a developer see the reports they filed themselves. */
export const listReports = listQuery({
  name: 'report.list',
  input: listInput,
  answer: reportListSchema,
  allow: permitList(reportPolicy, 'report.list', (memberId) => ({ memberId })),
  run: async (visible, { db, input }): Promise<ReportList> => {
    const rows = await db.report.findMany({
      where: {
        AND: [visible, input.state ? { state: input.state } : {}, newestFirst.after(input.after)],
      },
      select: {
        id: true,
        ref: true,
        state: true,
        channel: true,
        title: true,
        description: true,
        createdAt: true,
        receivedAt: true,
        service: { select: { slug: true, name: true } },
        incident: { select: { ref: true, title: true } },
      },
      orderBy: newestFirst.orderBy,
      take: input.limit + 1,
    });
    const { page, next } = newestFirst.page(rows, input.limit);
    return { rows: page.map(reportRow), next };
  },
});

function reportRow(
  row: {
    title: string | null;
    description: string;
    receivedAt: Date;
    createdAt: Date;
  } & Omit<ReportRow, 'summary' | 'receivedAt'>,
): ReportRow {
  const { title, description, receivedAt, createdAt: _, ...same } = row;
  return { ...same, summary: reportSummary({ title, description }), receivedAt: receivedAt.toISOString() };
}
