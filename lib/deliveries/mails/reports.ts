import type { Tx } from '@/lib/database/db';
import {
  reportAsked,
  reportCorrected,
  reportDeclined,
  reportFiled,
  reportFixedAsked,
  reportLinked,
  reportLinkRequested,
  reportReleased,
  reportReplied,
} from '@/lib/reports/events';
import { severityLabel } from '@/lib/severity/schema';
import {
  getsUpdateAnyway,
  isAskedByAnother,
  messageWords,
  type ReportFacts,
  reportFacts,
  resolvingWords,
} from './facts/report';
import { type Cause, type MailDefinition, type MailKind, mailKind } from './mail-kind';
import { button, promise, quote, small, text } from './parts/blocks';
import { type MailWords, refusalFooter, reportFooter } from './parts/words';

interface AboutReport {
  report: ReportFacts;
  /** The row of the link that the mail holds, when it is not the newest one to the tracking page. */
  tokenId?: string | null;
}

/** A mail to the reporter about the own report. Who left no address gets none. */
function reportMail<C extends Cause, F extends AboutReport>(
  kind: Pick<MailDefinition<C, F>, 'when' | 'purpose' | 'facts' | 'words'>,
): MailKind<F> {
  return mailKind<C, F>({
    ...kind,
    to: ({ report, tokenId = report.trackTokenId }) => {
      const { id, ref, name, email: address, locale, isStranger: unconfirmed, range } = report;
      if (!address) return [];
      const variables = { reference: ref, ...(tokenId ? { tokenId } : {}) };
      return [{ kind: 'REPORTER', id, name, address, locale, variables, unconfirmed, range }];
    },
    footer: (words, { report }) => [
      ...reportFooter(words),
      ...(report.isStranger ? refusalFooter(words) : []),
    ],
    about: ({ report }) => ({ incidentId: report.incident?.id }),
  });
}

const greeting = ({ name }: ReportFacts, { t }: MailWords) => text(t('mail.greeting', { name }));
const named = ({ ref, service }: ReportFacts) => ({ reference: ref, service });

async function aboutReport(tx: Tx, id: string, at: Date): Promise<AboutReport | null> {
  const report = await reportFacts(tx, id, at);
  return report && { report };
}

/** The reference and the private link, at once. */
export const receiptMail = reportMail({
  when: [reportFiled, reportReleased],
  purpose: 'report-receipt',
  facts: async (tx, { data, at }) =>
    'held' in data && data.held ? null : await aboutReport(tx, data.reportId, at),
  words: ({ report }, words) => {
    const { t, when, settings } = words;
    const { deskPhone } = settings.organisation;
    const title = report.incident?.title;
    return {
      subject: t('mail.receipt.subject', named(report)),
      blocks: [
        greeting(report, words),
        text(t('mail.receipt.text', { ...named(report), time: when(report.receivedAt) })),
        text(title ? t('mail.receipt.known', { title }) : t('mail.receipt.next')),
        text(t('mail.receipt.follow')),
        button(t('mail.open')),
        ...(deskPhone ? [small(t('mail.receipt.risk', { phone: deskPhone }))] : []),
      ],
    };
  },
});

/** A held report waits until its address is confirmed; after a correction, the new one. */
export const confirmReportMail = reportMail({
  when: [reportFiled, reportCorrected],
  purpose: 'report-confirm',
  facts: async (tx, { data, at }) => {
    const asks = 'held' in data ? data.held : data.fields.includes('reporterEmail');
    const report = asks ? await reportFacts(tx, data.reportId, at) : null;
    return report?.confirmTokenId ? { report, tokenId: report.confirmTokenId } : null;
  },
  words: (_, { t }) => ({
    subject: t('mail.confirmReport.subject'),
    blocks: [text(t('mail.confirmReport.text')), button(t('mail.confirmReport.button'), 'confirm')],
  }),
});

/** Somebody named the reference and asked for the link; it goes to the reporter and to nobody else. */
export const linkMail = reportMail({
  when: reportLinkRequested,
  purpose: 'report-link',
  facts: async (tx, { data, at }) => {
    const report = await reportFacts(tx, data.reportId, at);
    return report && { report, tokenId: data.tokenId };
  },
  words: ({ report }, { t }) => ({
    subject: t('mail.link.subject', { reference: report.ref }),
    blocks: [text(t('mail.link.text')), button(t('mail.open')), small(t('mail.link.other'))],
  }),
});

export const questionMail = reportMail({
  when: reportAsked,
  purpose: 'report-question',
  facts: async (tx, { data, at }) => {
    const report = await reportFacts(tx, data.reportId, at);
    const question = await messageWords(tx, data.messageId);
    return report && question && { report, body: question.body };
  },
  words: ({ report, body }, words) => ({
    subject: words.t('mail.question.subject', { reference: report.ref }),
    blocks: [
      greeting(report, words),
      text(words.t('mail.question.text')),
      quote(body),
      button(words.t('mail.question.button')),
      small(words.t('mail.question.clock')),
    ],
  }),
});

/** The provider answered; what reporters write to us comes to nobody by mail. */
export const answerMail = reportMail({
  when: reportReplied,
  purpose: 'report-answer',
  facts: async (tx, { data, at }) => {
    if (data.author !== 'PROVIDER') return null;
    const report = await reportFacts(tx, data.reportId, at);
    const answer = await messageWords(tx, data.messageId);
    return report && answer && { report, answer };
  },
  words: ({ report, answer }, { t }) => ({
    subject: t('mail.answer.subject', { reference: report.ref }),
    heading: t('mail.answer.text', { name: answer.by }),
    blocks: [quote(answer.body), button(t('mail.question.button'))],
  }),
});

export const declinedMail = reportMail({
  when: reportDeclined,
  purpose: 'report-declined',
  facts: async (tx, { data, at }) => {
    const report = await reportFacts(tx, data.reportId, at);
    return report?.declineReason ? { report, reason: report.declineReason } : null;
  },
  words: ({ report, reason }, words) => ({
    subject: words.t('mail.declined.subject', { reference: report.ref }),
    blocks: [
      greeting(report, words),
      text(words.t('mail.declined.text')),
      quote(reason),
      text(words.t('mail.declined.disagree')),
      button(words.t('mail.open')),
    ],
  }),
});

/** Read by a person, and being worked on. */
export const linkedMail = reportMail({
  when: reportLinked,
  purpose: 'report-linked',
  facts: async (tx, { data, at }) => {
    // Who said "me too" knows it, and the receipt names the incident.
    const report = data.byReporter ? null : await reportFacts(tx, data.reportId, at);
    if (!report?.incident || (await getsUpdateAnyway(tx, report, at))) return null;
    return { report, incident: report.incident };
  },
  words: ({ report, incident }, words) => {
    const { t } = words;
    const { title } = incident;
    const severity = severityLabel[incident.severity];
    return {
      subject: t('mail.linked.subject', named(report)),
      badge: incident.severity,
      blocks: [
        greeting(report, words),
        text(title ? t('mail.linked.text', { title, severity }) : t('mail.linked.internal', { severity })),
        ...promise(incident.next, words),
        button(t('mail.where')),
      ],
    };
  },
});

/** The last word on the incident, and the question that only the reporter can answer. */
export const fixedMail = reportMail({
  when: reportFixedAsked,
  purpose: 'report-fixed',
  facts: async (tx, { data, at }) => {
    const report = await reportFacts(tx, data.reportId, at);
    if (!report || (await isAskedByAnother(tx, report, at))) return null;
    return { report, last: await resolvingWords(tx, data.incidentId, at) };
  },
  words: ({ report, last }, { t, when, at }) => ({
    subject: t('mail.fixed.subject', { service: report.service ?? report.incident?.title ?? report.ref }),
    blocks: [
      text(t('mail.fixed.text', { time: when(at) })),
      ...(last ? [{ kind: 'words' as const, words: last }] : []),
      text(t('mail.fixed.ask')),
      button(t('mail.fixed.button')),
    ],
  }),
});
