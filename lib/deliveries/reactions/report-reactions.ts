import type { Tx } from '@/lib/database/db';
import type { Around, PlannedMail } from '@/lib/deliveries/mails/planned-mail';
import { type ReportFacts, reportFacts } from '@/lib/deliveries/mails/reads/report';
import {
  answerMail,
  confirmReportMail,
  declinedMail,
  fixedMail,
  joinedMail,
  linkedMail,
  linkMail,
  questionMail,
  receiptMail,
} from '@/lib/deliveries/rules/report-mails';
import {
  reportAsked,
  reportDeclined,
  reportFiled,
  reportFixedAsked,
  reportLinked,
  reportLinkRequested,
  reportMerged,
  reportReleased,
  reportReplied,
} from '@/lib/reports/events';
import { renderMarkdown } from '@/lib/status/render/markdown';
import { type Reaction, when } from './reaction';

async function about(
  tx: Tx,
  reportId: string,
  around: Around,
  rule: (report: ReportFacts) => PlannedMail | null | Promise<PlannedMail | null>,
): Promise<(PlannedMail | null)[]> {
  const report = await reportFacts(tx, reportId, around.at);
  return report ? [await rule(report)] : [];
}

async function message(tx: Tx, id: string) {
  return await tx.reportMessage.findUnique({
    where: { id },
    select: { body: true, author: true, member: { select: { name: true } } },
  });
}

/** Whether the reporter gets an update of the incident anyway, published in the act that linked the report. */
async function toldByUpdate(tx: Tx, report: ReportFacts, at: Date): Promise<boolean> {
  if (!report.incident || !report.wantsUpdates) return false;
  const moment = 2_000;
  const count = await tx.update.count({
    where: {
      incidentId: report.incident.id,
      audience: { not: 'INTERNAL' },
      publishedAt: { gte: new Date(at.getTime() - moment), lte: new Date(at.getTime() + moment) },
    },
  });
  return count > 0;
}

/** The words with which the incident was resolved, in the same act as the question. */
async function lastWords(tx: Tx, incidentId: string, at: Date) {
  const update = await tx.update.findFirst({
    where: { incidentId, audience: { not: 'INTERNAL' }, retractedAt: null, publishedAt: at },
    select: { revisions: { orderBy: { number: 'desc' }, take: 1, select: { body: true } } },
  });
  const body = update?.revisions[0]?.body;
  return body ? renderMarkdown(body) : null;
}

export const reportReactions: Reaction[] = [
  when(reportFiled, (tx, { data, around }) =>
    about(tx, data.reportId, around, (report) =>
      data.held ? confirmReportMail(report, around) : receiptMail(report, around),
    ),
  ),
  when(reportReleased, (tx, { data, around }) =>
    about(tx, data.reportId, around, (report) => receiptMail(report, around)),
  ),
  when(reportLinkRequested, (tx, { data, around }) =>
    about(tx, data.reportId, around, (report) => linkMail(report, data.tokenId, around)),
  ),
  when(reportAsked, (tx, { data, around }) =>
    about(tx, data.reportId, around, async (report) => {
      const question = await message(tx, data.messageId);
      return question && questionMail(report, question.body, around);
    }),
  ),
  when(reportReplied, async (tx, { data, around }) => {
    if (data.author !== 'PROVIDER') return [];
    return await about(tx, data.reportId, around, async (report) => {
      const answer = await message(tx, data.messageId);
      return answer && answerMail(report, { name: answer.member?.name ?? null, body: answer.body }, around);
    });
  }),
  when(reportDeclined, (tx, { data, around }) =>
    about(tx, data.reportId, around, async (report) => {
      const row = await tx.report.findUnique({ where: { id: report.id }, select: { declineReason: true } });
      return row?.declineReason ? declinedMail(report, row.declineReason, around) : null;
    }),
  ),
  when(reportLinked, async (tx, { data, around }) => {
    // Who said "me too" knows it, and the receipt names the incident.
    if (data.byReporter) return [];
    return await about(tx, data.reportId, around, async (report) =>
      (await toldByUpdate(tx, report, around.at)) ? null : linkedMail(report, around),
    );
  }),
  when(reportMerged, async (tx, { data, around }) => {
    const into = await tx.report.findUnique({ where: { id: data.intoId }, select: { ref: true } });
    if (!into) return [];
    return await about(tx, data.reportId, around, (report) => joinedMail(report, into.ref, around));
  }),
  when(reportFixedAsked, (tx, { data, around }) =>
    about(tx, data.reportId, around, async (report) =>
      fixedMail(report, await lastWords(tx, data.incidentId, around.at), around),
    ),
  ),
];
