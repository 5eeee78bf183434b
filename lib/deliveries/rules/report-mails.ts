import type { Around, PlannedMail } from '@/lib/deliveries/mails/planned-mail';
import type { ReportFacts } from '@/lib/deliveries/mails/reads/report';
import type { Purpose } from '@/lib/deliveries/schema';
import { severityLabel } from '@/lib/severity/schema';
import { type MailBlock, slot } from './mail';
import { type MailWords, mailWords, reportFooter } from './words';

interface Drawn {
  subject: string;
  heading: string;
  blocks: MailBlock[];
}

/** One mail to the reporter about the own report; null when there is nobody to write to. */
function toReporter(
  report: ReportFacts,
  around: Around,
  purpose: Purpose,
  draw: (words: MailWords) => Drawn,
  tokenId: string | null = report.trackTokenId,
): PlannedMail | null {
  if (!report.email) return null;
  const words = mailWords(report.locale, around);
  const variables = { reference: report.ref, ...(tokenId ? { tokenId } : {}) };
  return {
    purpose,
    recipients: [{ kind: 'REPORTER', id: report.id, name: report.name, address: report.email, variables }],
    mail: { locale: report.locale, ...draw(words), footer: reportFooter(words) },
    incidentId: report.incident?.id,
  };
}

const about = ({ ref, service }: ReportFacts) => ({ reference: ref, service });
const greeting = (report: ReportFacts, { t }: MailWords): MailBlock => ({
  kind: 'text',
  text: t('mail.greeting', { name: report.name }),
});
const text = (words: string): MailBlock => ({ kind: 'text', text: words });
const open = (label: string): MailBlock => ({ kind: 'button', label, href: slot('open') });

function promise({ incident }: ReportFacts, { t, when }: MailWords): MailBlock[] {
  const next = incident?.next;
  return next ? [{ kind: 'stressed', text: t('mail.promise', { time: when(next.at, next.zone) }) }] : [];
}

/** The reference and the private link, at once. */
export function receiptMail(report: ReportFacts, around: Around): PlannedMail | null {
  return toReporter(report, around, 'report-receipt', (words) => {
    const { t, when } = words;
    const { deskPhone } = around.settings.organisation;
    const title = report.incident?.title;
    return {
      subject: t('mail.receipt.subject', about(report)),
      heading: t('mail.receipt.subject', about(report)),
      blocks: [
        greeting(report, words),
        text(t('mail.receipt.text', { ...about(report), time: when(report.receivedAt) })),
        text(title ? t('mail.receipt.known', { title }) : t('mail.receipt.next')),
        text(t('mail.receipt.follow')),
        open(t('mail.open')),
        ...(deskPhone
          ? [{ kind: 'small' as const, text: t('mail.receipt.risk', { phone: deskPhone }) }]
          : []),
      ],
    };
  });
}

/** A held report waits until its address is confirmed. */
export function confirmReportMail(report: ReportFacts, around: Around): PlannedMail | null {
  const draw = ({ t }: MailWords): Drawn => ({
    subject: t('mail.confirmReport.subject'),
    heading: t('mail.confirmReport.subject'),
    blocks: [
      text(t('mail.confirmReport.text')),
      { kind: 'button', label: t('mail.confirmReport.button'), href: slot('confirm') },
    ],
  });
  return toReporter(report, around, 'report-confirm', draw, report.confirmTokenId);
}

/** Somebody named the reference and asked for the link; it goes to the reporter and to nobody else. */
export function linkMail(report: ReportFacts, tokenId: string, around: Around): PlannedMail | null {
  const draw = ({ t }: MailWords): Drawn => ({
    subject: t('mail.link.subject', { reference: report.ref }),
    heading: t('mail.link.subject', { reference: report.ref }),
    blocks: [text(t('mail.link.text')), open(t('mail.open')), { kind: 'small', text: t('mail.link.other') }],
  });
  return toReporter(report, around, 'report-link', draw, tokenId);
}

export function questionMail(report: ReportFacts, body: string, around: Around): PlannedMail | null {
  return toReporter(report, around, 'report-question', (words) => ({
    subject: words.t('mail.question.subject', { reference: report.ref }),
    heading: words.t('mail.question.subject', { reference: report.ref }),
    blocks: [
      greeting(report, words),
      text(words.t('mail.question.text')),
      { kind: 'quote', text: body },
      open(words.t('mail.question.button')),
      { kind: 'small', text: words.t('mail.question.clock') },
    ],
  }));
}

export function answerMail(
  report: ReportFacts,
  message: { name: string | null; body: string },
  around: Around,
): PlannedMail | null {
  return toReporter(report, around, 'report-answer', (words) => ({
    subject: words.t('mail.answer.subject', { reference: report.ref }),
    heading: words.t('mail.answer.text', { name: message.name }),
    blocks: [{ kind: 'quote', text: message.body }, open(words.t('mail.question.button'))],
  }));
}

export function declinedMail(report: ReportFacts, reason: string, around: Around): PlannedMail | null {
  return toReporter(report, around, 'report-declined', (words) => ({
    subject: words.t('mail.declined.subject', { reference: report.ref }),
    heading: words.t('mail.declined.subject', { reference: report.ref }),
    blocks: [
      greeting(report, words),
      text(words.t('mail.declined.text')),
      { kind: 'quote', text: reason },
      text(words.t('mail.declined.disagree')),
      open(words.t('mail.open')),
    ],
  }));
}

/** Read by a person, and being worked on. */
export function linkedMail(report: ReportFacts, around: Around): PlannedMail | null {
  const { incident } = report;
  if (!incident) return null;
  const planned = toReporter(report, around, 'report-linked', (words) => {
    const { t } = words;
    const severity = severityLabel[incident.severity];
    const { title } = incident;
    return {
      subject: t('mail.linked.subject', about(report)),
      heading: t('mail.linked.subject', about(report)),
      blocks: [
        greeting(report, words),
        text(title ? t('mail.linked.text', { title, severity }) : t('mail.linked.internal', { severity })),
        ...promise(report, words),
        open(t('mail.where')),
      ],
    };
  });
  return planned && { ...planned, mail: { ...planned.mail, badge: incident.severity } };
}

/** Its link leads to the other report from now on. */
export function joinedMail(report: ReportFacts, other: string, around: Around): PlannedMail | null {
  return toReporter(report, around, 'report-joined', (words) => ({
    subject: words.t('mail.joined.subject', { reference: report.ref }),
    heading: words.t('mail.joined.subject', { reference: report.ref }),
    blocks: [
      greeting(report, words),
      text(words.t('mail.joined.text', { other })),
      open(words.t('mail.open')),
    ],
  }));
}

/** The last word on the incident, and the question that only the reporter can answer. */
export function fixedMail(
  report: ReportFacts,
  last: { html: string; plain: string } | null,
  around: Around,
): PlannedMail | null {
  const service = report.service ?? report.incident?.title ?? report.ref;
  return toReporter(report, around, 'report-fixed', (words) => ({
    subject: words.t('mail.fixed.subject', { service }),
    heading: words.t('mail.fixed.subject', { service }),
    blocks: [
      text(words.t('mail.fixed.text', { time: words.when(around.at) })),
      ...(last ? [{ kind: 'words' as const, words: last }] : []),
      text(words.t('mail.fixed.ask')),
      open(words.t('mail.fixed.button')),
    ],
  }));
}
