import type { Around, LocalRecipient, PlannedMail } from '@/lib/deliveries/mails/planned-mail';
import type { IncidentFacts } from '@/lib/deliveries/mails/reads/incident';
import { type Severity, severityLabel, severityMeaning } from '@/lib/severity/schema';
import { type MailBlock, slot } from './mail';
import { byLocale, oncePerAddress } from './who';
import { type MailWords, mailWords, reportersFooter } from './words';

interface ToReporters {
  incident: IncidentFacts;
  reporters: LocalRecipient[];
}

function promise(incident: IncidentFacts, { t, when }: MailWords): MailBlock[] {
  const { next } = incident;
  return next ? [{ kind: 'stressed', text: t('mail.promise', { time: when(next.at, next.zone) }) }] : [];
}

const where = ({ t }: MailWords): MailBlock => ({
  kind: 'button',
  label: t('mail.where'),
  href: slot('open'),
});

/** Names the one service, else the incident. */
function subjectName({ services, title }: IncidentFacts): string {
  return services.length === 1 ? (services[0]?.name ?? title) : title;
}

/** The reporters hear that it is graded otherwise, and why. */
export function regradedMails(
  { incident, reporters }: ToReporters,
  change: { from: Severity; to: Severity; reason: string },
  around: Around,
): PlannedMail[] {
  return byLocale(oncePerAddress(reporters)).map(([locale, recipients]) => {
    const words = mailWords(locale, around);
    const { t } = words;
    const severity = severityLabel[change.to];
    const changed = { from: severityLabel[change.from], to: severity, meaning: severityMeaning[change.to] };
    return {
      purpose: 'incident-regraded' as const,
      recipients,
      incidentId: incident.id,
      mail: {
        locale,
        subject: t('mail.regraded.subject', { service: subjectName(incident), severity }),
        badge: change.to,
        heading: t('mail.regraded.subject', { service: subjectName(incident), severity }),
        blocks: [
          { kind: 'text', text: t('mail.regraded.text', changed) },
          { kind: 'text', text: t('mail.regraded.reason') },
          { kind: 'quote', text: change.reason },
          ...promise(incident, words),
          where(words),
        ],
        footer: reportersFooter(words, around.at),
      },
    };
  });
}

export function reopenedMails({ incident, reporters }: ToReporters, around: Around): PlannedMail[] {
  return byLocale(oncePerAddress(reporters)).map(([locale, recipients]) => {
    const words = mailWords(locale, around);
    const subject = words.t('mail.reopened.subject', { service: subjectName(incident) });
    return {
      purpose: 'incident-reopened' as const,
      recipients,
      incidentId: incident.id,
      mail: {
        locale,
        subject,
        badge: incident.severity,
        heading: subject,
        blocks: [
          { kind: 'text', text: words.t('mail.reopened.again') },
          ...promise(incident, words),
          where(words),
        ],
        footer: reportersFooter(words, around.at),
      },
    };
  });
}
