import type { Around, LocalRecipient, PlannedMail } from '@/lib/deliveries/mails/planned-mail';
import type { UpdateFacts } from '@/lib/deliveries/mails/reads/update';
import { incidentPath } from '@/lib/status/rules/paths';
import { updateSubject } from '@/lib/updates/rules/preview';
import { type Mail, type MailBlock, type MailFooterLine, slot } from './mail';
import { recoveryBlocks } from './recovery-blocks';
import { byLocale, oncePerAddress } from './who';
import { type MailWords, mailWords, reportersFooter } from './words';

/** What it is about, how it stands, and when the next word comes: as the composer's preview shows it. */
function subjectOf({ incident, next, stage }: UpdateFacts, locale: string, { when }: MailWords): string {
  const services = incident.services.map(({ name }) => name);
  const nextBy = next ? when(next.at, next.zone) : null;
  return updateSubject({ title: incident.title, services, stage, nextBy }, locale);
}

export function subscribersFooter({ t, time, organisation }: MailWords, at: Date): MailFooterLine[] {
  return [
    {
      text: t('mail.sent.subscriber', { time: time(at), organisation }),
      link: { label: t('mail.subscriber.change'), href: slot('stop') },
    },
  ];
}

function updateMail(
  update: UpdateFacts,
  locale: string,
  kind: 'REPORTER' | 'SUBSCRIBER',
  around: Around,
): Mail {
  const words = mailWords(locale, around);
  const { t, when, time } = words;
  const { incident, next, stage } = update;
  const subject = subjectOf(update, locale, words);
  const edited = update.reason !== null;
  const promise: MailBlock[] = next
    ? [{ kind: 'stressed', text: t('mail.promise', { time: when(next.at, next.zone) }) }]
    : [];
  const correction: MailBlock[] = edited
    ? [
        {
          kind: 'box',
          title: t('mail.edited.text', { time: time(update.publishedAt) }),
          text: update.reason ?? '',
        },
      ]
    : [];
  return {
    locale,
    subject: edited ? t('mail.edited.subject', { subject }) : subject,
    badge: incident.severity,
    heading: t('mail.heading', { title: incident.title, stage: t(`mail.update.stage.${stage}`) }),
    blocks: [
      ...correction,
      { kind: 'words', words: update.words },
      ...(update.recovery && !edited ? recoveryBlocks(update.recovery, around) : []),
      ...promise,
      { kind: 'button', label: t('mail.where'), href: slot('open') },
    ],
    footer: kind === 'REPORTER' ? reportersFooter(words, around.at) : subscribersFooter(words, around.at),
  };
}

/**
 * An update, or its edit, to everybody it is for: reporters with the link to their own page, subscribers with the
 * incident on the status page. One mail for each address.
 */
export function updateMails(update: UpdateFacts, around: Around): PlannedMail[] {
  const { incident } = update;
  const path = incidentPath(incident.ref);
  const atPage = (one: LocalRecipient) => ({ ...one, variables: { ...one.variables, path } });
  const groups = [
    ['REPORTER', oncePerAddress(update.reporters)],
    ['SUBSCRIBER', oncePerAddress(update.subscribers).map(atPage)],
  ] as const;
  return groups.flatMap(([kind, recipients]) =>
    byLocale(recipients).map(([locale, people]) => ({
      purpose: update.reason === null ? ('update' as const) : ('update-edited' as const),
      recipients: people,
      mail: updateMail(update, locale, kind, around),
      incidentId: incident.id,
      updateId: update.id,
    })),
  );
}
