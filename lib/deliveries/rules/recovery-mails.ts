import type { Around, LocalRecipient, PlannedMail } from '@/lib/deliveries/mails/planned-mail';
import type { RecoveryNews } from '@/lib/deliveries/mails/reads/recovery';
import { incidentPath } from '@/lib/status/rules/paths';
import { type Mail, type MailBlock, slot } from './mail';
import { recoveryBlocks } from './recovery-blocks';
import { subscribersFooter } from './update-mails';
import { byLocale, oncePerAddress } from './who';
import { type MailWords, mailWords, reportersFooter } from './words';

export type RecoveryMoment = 'BEGUN' | 'VERIFIED' | 'STOPPED';

const purposes = {
  BEGUN: 'recovery-begun',
  VERIFIED: 'recovery-verified',
  STOPPED: 'recovery-stopped',
} as const;

function subjectOf({ incident, recovery }: RecoveryNews, moment: RecoveryMoment, { t }: MailWords): string {
  const { services, title: full } = incident;
  const title = services.length === 1 ? (services[0]?.name ?? full) : full;
  if (moment === 'BEGUN') return t('mail.recovery.begun.subject', { title, kind: recovery.kind });
  if (moment === 'STOPPED') return t('mail.recovery.stopped.subject', { title });
  return t('mail.recovery.verified.subject', { title, kind: recovery.kind });
}

function bodyOf(news: RecoveryNews, moment: RecoveryMoment, words: MailWords, around: Around): MailBlock[] {
  const { t } = words;
  const { recovery } = news;
  switch (moment) {
    case 'BEGUN': {
      const names = recovery.steps.map(({ name }) => name);
      return [
        ...recoveryBlocks(recovery, around),
        ...(names.length > 0 ? [{ kind: 'text' as const, text: t('mail.recovery.steps', { names }) }] : []),
      ];
    }
    case 'VERIFIED':
      return [{ kind: 'text', text: t('mail.recovery.verified.text') }, ...recoveryBlocks(recovery, around)];
    case 'STOPPED':
      return [{ kind: 'text', text: t('mail.recovery.stopped.text') }];
  }
}

interface Told {
  kind: 'REPORTER' | 'SUBSCRIBER';
  locale: string;
}

function mailOf(news: RecoveryNews, moment: RecoveryMoment, to: Told, around: Around): Mail {
  const words = mailWords(to.locale, around);
  const { t, when } = words;
  const { incident } = news;
  const subject = subjectOf(news, moment, words);
  const { next } = incident;
  return {
    locale: to.locale,
    subject,
    badge: incident.severity,
    heading: subject,
    blocks: [
      ...bodyOf(news, moment, words, around),
      ...(next
        ? [{ kind: 'stressed' as const, text: t('mail.promise', { time: when(next.at, next.zone) }) }]
        : []),
      { kind: 'button', label: t('mail.where'), href: slot('open') },
    ],
    footer: to.kind === 'REPORTER' ? reportersFooter(words, around.at) : subscribersFooter(words, around.at),
  };
}

/** A recovery has begun, is verified or was stopped: to reporters and subscribers, one mail for each address. */
export function recoveryMails(news: RecoveryNews, moment: RecoveryMoment, around: Around): PlannedMail[] {
  const path = incidentPath(news.incident.ref);
  const atPage = (one: LocalRecipient) => ({ ...one, variables: { ...one.variables, path } });
  const groups = [
    ['REPORTER', oncePerAddress(news.reporters)],
    ['SUBSCRIBER', oncePerAddress(news.subscribers).map(atPage)],
  ] as const;
  return groups.flatMap(([kind, recipients]) =>
    byLocale(recipients).map(([locale, people]) => ({
      purpose: purposes[moment],
      recipients: people,
      mail: mailOf(news, moment, { kind, locale }, around),
      incidentId: news.incident.id,
    })),
  );
}
