import { z } from 'zod';
import type { Db } from '@/lib/database/db';
import { pageInput } from '@/lib/platform/page-input';
import { newestFirst } from '@/lib/platform/paging';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { reportRefSchema } from '@/lib/reports/inputs';
import { reportPolicy } from '@/lib/reports/policy';
import { reportSummary } from '@/lib/reports/rules/summary';
import { reportStateSchema } from '@/lib/reports/schema';
import { byRef, isOwnReport, noReport } from '@/lib/reports/subject';
import type { Prisma } from '@/prisma/generated/client';
import type { ReportList, ReportRow, ReportView } from './views';

const fileSelect = { id: true, name: true, contentType: true, size: true } as const;

const select = {
  id: true,
  ref: true,
  version: true,
  state: true,
  channel: true,
  claimedSeverity: true,
  title: true,
  description: true,
  sinceAt: true,
  sincePrecision: true,
  sinceText: true,
  affectedCount: true,
  affected: true,
  affectedWhere: true,
  reporterName: true,
  reporterEmail: true,
  wantsUpdates: true,
  heldAt: true,
  declineReason: true,
  receivedAt: true,
  acknowledgedAt: true,
  memberId: true,
  service: {
    select: {
      slug: true,
      name: true,
      ownerId: true,
      team: { select: { members: { select: { memberId: true } } } },
    },
  },
  incident: { select: { ref: true, title: true } },
  messages: {
    select: {
      id: true,
      author: true,
      body: true,
      createdAt: true,
      readAt: true,
      member: { select: { name: true } },
      files: { select: fileSelect, where: { redactedAt: null }, orderBy: { id: 'asc' } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  },
  files: { select: fileSelect, where: { messageId: null, redactedAt: null }, orderBy: { id: 'asc' } },
  answers: { select: { answer: true, comment: true, createdAt: true }, orderBy: { createdAt: 'asc' } },
} satisfies Prisma.ReportSelect;

type Row = Prisma.ReportGetPayload<{ select: typeof select }>;

async function load(database: Db, ref: string): Promise<Row> {
  const row = await database.report.findUnique({ where: byRef(ref), select });
  if (!row) throw noReport();
  return row;
}

const mayRead = permit(reportPolicy, 'report.read', (actor, report: Row) => {
  if (isOwnReport(actor, report)) return true;
  if (actor.kind !== 'member' || actor.role !== 'DEVELOPER') return false;
  const { ownerId, team } = report.service ?? {};
  return ownerId === actor.memberId || (team?.members ?? []).some((one) => one.memberId === actor.memberId);
});

function reportView(row: Row): ReportView {
  const { service, reporterName, reporterEmail, claimedSeverity, heldAt, memberId, ...same } = row;
  return {
    ...same,
    service: service && { slug: service.slug, name: service.name },
    name: reporterName,
    email: reporterEmail,
    claimed: claimedSeverity,
    held: heldAt !== null,
    sinceAt: row.sinceAt?.toISOString() ?? null,
    receivedAt: row.receivedAt.toISOString(),
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    messages: row.messages.map(({ body, createdAt, readAt, member, ...message }) => ({
      ...message,
      by: member?.name ?? null,
      text: body,
      at: createdAt.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    })),
    answers: row.answers.map(({ createdAt, ...answer }) => ({ ...answer, at: createdAt.toISOString() })),
  };
}

/** One report with its conversation, for its reporter and for members. */
export const readReport = query({
  name: 'report.read',
  input: z.object({ ref: reportRefSchema }),
  load: (database, { ref }) => load(database, ref),
  allow: mayRead,
  run: async ({ subject }) => reportView(subject),
});

/** A file of a report: what its download needs. Throws `not_found` for a file of another report. */
export const readReportFile = query({
  name: 'report.file',
  input: z.object({ ref: reportRefSchema, fileId: z.uuid('This is not the id of a file.') }),
  load: (database, { ref }) => load(database, ref),
  allow: mayRead,
  run: async ({ input, subject }) => {
    const files = [...subject.files, ...subject.messages.flatMap((message) => message.files)];
    const file = files.find((one) => one.id === input.fileId);
    if (!file) throw noReport();
    return file;
  },
});

const listInput = z.object({
  ...pageInput,
  state: reportStateSchema.optional(),
});

/** Newest first. A user and a developer see the reports they filed themselves. */
export const listReports = query({
  name: 'report.list',
  input: listInput,
  allow: permit(reportPolicy, 'report.list', (actor) => actor.kind === 'member'),
  run: async ({ db, input, ctx: { actor } }): Promise<ReportList> => {
    const onlyOwn = actor.kind === 'member' && (actor.role === 'USER' || actor.role === 'DEVELOPER');
    const rows = await db.report.findMany({
      where: {
        AND: [
          onlyOwn ? { memberId: actor.memberId } : {},
          input.state ? { state: input.state } : {},
          newestFirst.after(input.after),
        ],
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
  } & Omit<ReportRow, 'summary' | 'receivedAt'>,
): ReportRow {
  const { title, description, receivedAt, ...same } = row;
  return { ...same, summary: reportSummary({ title, description }), receivedAt: receivedAt.toISOString() };
}
