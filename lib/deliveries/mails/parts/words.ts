import type { Heard, MailContext, Recipient } from '@/lib/deliveries/mails/planned-mail';
import { type MailFooterLine, slot } from '@/lib/deliveries/rules/mail';
import { type Translate, translator } from '@/lib/language/catalogue';
import { formatTime, formatWhen } from '@/lib/language/time';

type Reader = Pick<Recipient, 'kind' | 'locale' | 'heard' | 'unconfirmed'>;

export interface MailWords extends MailContext, Reader {
  t: Translate;
  heard: Heard;
  organisation: string;
  /** "14:10 BST" */
  time: (instant: Date) => string;
  /** "14:10 BST", with the day when it is another one. */
  when: (instant: Date, zone?: string | null) => string;
  /** Who reads an answer to the mail. */
  reply: string;
}

/** The words of a reader's language, with the times of the organisation. */
export function mailWords(
  { settings, at }: MailContext,
  { kind, locale, heard = 'YES', unconfirmed = false }: Reader,
): MailWords {
  const { name, zone, deskEmail } = settings.organisation;
  const t = translator(locale);
  return {
    settings,
    at,
    kind,
    locale,
    heard,
    unconfirmed,
    t,
    organisation: name,
    time: (instant) => formatTime(instant, zone),
    when: (instant, other) => formatWhen(instant, other ?? zone, at),
    reply: t(deskEmail ? 'mail.replyRead' : 'mail.replyUnread'),
  };
}

/** Under every mail about somebody's own report. */
export function reportFooter({ t, organisation, reply }: MailWords): MailFooterLine[] {
  return [{ text: `${t('mail.private')} ${reply}` }, { text: t('mail.from', { organisation }) }];
}

/** Under a mail to an address that anybody may have typed. */
export function refusalFooter({ t }: MailWords): MailFooterLine[] {
  return [{ text: t('mail.refuse.why'), link: { label: t('mail.refuse.label'), href: slot('refuse') } }];
}

/** Under every mail to reporters and subscribers of an incident: why they get it, and where it ends. */
export function followerFooter(words: MailWords): MailFooterLine[] {
  const { t, time, at, kind, organisation, reply, unconfirmed } = words;
  if (kind === 'SUBSCRIBER') {
    const text = t('mail.sent.subscriber', { time: time(at), organisation });
    return [{ text, link: { label: t('mail.subscriber.change'), href: slot('stop') } }];
  }
  const why = t('mail.sent.reporter', { time: time(at), reference: slot('reference') });
  const line = { text: `${why} ${reply}`, link: { label: t('mail.stop'), href: slot('stop') } };
  return unconfirmed ? [line, ...refusalFooter(words)] : [line];
}

/** Under every mail to members about their work. */
export function memberFooter({ t, organisation }: MailWords): MailFooterLine[] {
  return [{ text: t('mail.member.why', { organisation }) }];
}
