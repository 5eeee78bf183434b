import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { reportPolicy } from '@/lib/reports/policy';
import { detailsOf, detailsSelect } from '@/lib/reports/rules/details';
import { reportFileInput, reportInput } from '@/lib/reports/schema';
import { isOwnReport, reports } from '@/lib/reports/subject';
import type { Prisma } from '@/prisma/generated/client';
import { messagesSelect, messageView, shownFiles } from './messages';
import { fileViewSchema, type ReportView, reportViewSchema } from './views';

const select = {
  ...detailsSelect,
  id: true,
  ref: true,
  version: true,
  state: true,
  channel: true,
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
  messages: messagesSelect,
  files: { ...shownFiles, where: { messageId: null } },
  answers: { select: { answer: true, comment: true, createdAt: true }, orderBy: { createdAt: 'asc' } },
} satisfies Prisma.ReportSelect;

type Row = Prisma.ReportGetPayload<{ select: typeof select }>;

const mayRead = permit(reportPolicy, 'report.read', (actor, report: Row) => {
  if (isOwnReport(actor, report)) return true;
  if (actor.kind !== 'member' || actor.role !== 'DEVELOPER') return false;
  const { ownerId, team } = report.service ?? {};
  return ownerId === actor.memberId || (team?.members ?? []).some((one) => one.memberId === actor.memberId);
});

function reportView(row: Row): ReportView {
  const { service, heldAt, memberId, ...same } = row;
  return {
    ...same,
    ...detailsOf(row),
    service: service && { slug: service.slug, name: service.name },
    held: heldAt !== null,
    receivedAt: row.receivedAt.toISOString(),
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    messages: row.messages.map((message) => messageView(message)),
    answers: row.answers.map(({ createdAt, ...answer }) => ({ ...answer, at: createdAt.toISOString() })),
  };
}

/** One report with its conversation, for its reporter and for members. */
export const readReport = query({
  name: 'report.read',
  input: reportInput,
  answer: reportViewSchema,
  load: (database, { ref }) => reports.read(database, ref, select),
  allow: mayRead,
  run: async ({ subject }) => reportView(subject),
});

/** A file of a report: what its download needs. Throws `not_found` for a file of another report. */
export const readReportFile = query({
  name: 'report.file',
  input: reportFileInput,
  answer: fileViewSchema,
  load: (database, { ref }) => reports.read(database, ref, select),
  allow: mayRead,
  run: async ({ input, subject }) => {
    const files = [...subject.files, ...subject.messages.flatMap((message) => message.files)];
    const file = files.find((one) => one.id === input.fileId);
    if (!file) throw new AppError('not_found', 'There is no such file of this report.');
    return file;
  },
});
