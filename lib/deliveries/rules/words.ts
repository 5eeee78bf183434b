import type { Around } from '@/lib/deliveries/mails/planned-mail';
import { type Translate, translator } from '@/lib/language/catalogue';
import { formatTime, formatWhen } from '@/lib/language/time';
import type { MailFooterLine } from './mail';
import { slot } from './mail';

export interface MailWords {
  t: Translate;
  organisation: string;
  /** "14:10 BST" */
  time: (instant: Date) => string;
  /** "14:10 BST", with the day when it is another one. */
  when: (instant: Date, zone?: string | null) => string;
  /** Who reads an answer to the mail. */
  reply: string;
}

/** The words of one language, with the times of the organisation. */
export function mailWords(locale: string, { settings, at }: Around): MailWords {
  const { name, zone, deskEmail } = settings.organisation;
  const t = translator(locale);
  return {
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

/** Under every mail to reporters of an incident: why they get it, and where it ends. */
export function reportersFooter(words: MailWords, at: Date): MailFooterLine[] {
  const { t, time, reply } = words;
  const why = t('mail.sent.reporter', { time: time(at), reference: slot('reference') });
  return [{ text: `${why} ${reply}`, link: { label: t('mail.stop'), href: slot('stop') } }];
}

/** Under every mail to members about their work. */
export function memberFooter({ t, organisation }: MailWords): MailFooterLine[] {
  return [{ text: t('mail.member.why', { organisation }) }];
}
