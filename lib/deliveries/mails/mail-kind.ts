import type { Tx } from '@/lib/database/db';
import { type MailWords, mailWords } from '@/lib/deliveries/mails/parts/words';
import type { MailBlock, MailFooterLine } from '@/lib/deliveries/rules/mail';
import type { Purpose } from '@/lib/deliveries/schema';
import type { StoredEvent } from '@/lib/platform/events/event-type';
import type { Severity } from '@/lib/severity/schema';
import type { MailContext, MailSubject, PlannedMail, Recipient } from './planned-mail';

/** A type of event that causes mails. */
export interface Cause {
  readonly type: string;
  read(event: StoredEvent): object | null;
}

interface Happened<C extends Cause> extends MailContext {
  data: NonNullable<ReturnType<C['read']>>;
  event: StoredEvent;
}

/** What a mail says. `heading` repeats the subject where none is given. */
export interface MailContent {
  subject: string;
  heading?: string;
  badge?: Severity | null | undefined;
  blocks: MailBlock[];
}

/** Everything about one kind of mail. Only `facts` asks the database. */
export interface MailDefinition<C extends Cause, F> {
  when: C | readonly C[];
  purpose: Purpose;
  /** What the mail is made of; nothing when there is nothing to say, or not any more. */
  facts: (tx: Tx, happened: Happened<C>) => Promise<F | null | undefined>;
  to: (facts: F) => readonly Recipient[];
  words: (facts: F, words: MailWords) => MailContent;
  footer?: (words: MailWords, facts: F) => MailFooterLine[];
  about?: (facts: F) => MailSubject;
}

export interface MailKind<F = never> {
  purpose: Purpose;
  /** The types of its events. */
  causes: readonly string[];
  /** One mail for each language and kind of recipients. */
  plan(facts: F, context: MailContext): PlannedMail[];
  planFor(tx: Tx, event: StoredEvent, context: MailContext): Promise<PlannedMail[]>;
}

/** Who reads the same words. A person gets one mail, with however many reports and subscriptions. */
function readers(recipients: readonly Recipient[]): Recipient[][] {
  const seen = new Set<string>();
  const once = recipients.filter(({ address }) => {
    const known = seen.size;
    return seen.add(address.toLowerCase()).size > known;
  });
  return [
    ...Map.groupBy(once, ({ kind, locale, heard, unconfirmed }) =>
      [kind, locale, heard, unconfirmed].join(),
    ).values(),
  ];
}

/** Defines a kind of mail: when, to whom, in which words. `mails/table.ts` lists all. */
export function mailKind<C extends Cause, F>(definition: MailDefinition<C, F>): MailKind<F> {
  const { purpose, when, footer, about } = definition;
  const causes = [when].flat() as C[];

  const plan = (facts: F, context: MailContext): PlannedMail[] =>
    readers(definition.to(facts)).map((recipients) => {
      const words = mailWords(context, recipients[0] as Recipient);
      const { subject, heading = subject, badge, blocks } = definition.words(facts, words);
      const mail = { locale: words.locale, subject, heading, blocks, footer: footer?.(words, facts) ?? [] };
      return { ...about?.(facts), purpose, recipients, mail: badge ? { ...mail, badge } : mail };
    });

  const planFor = async (tx: Tx, event: StoredEvent, context: MailContext): Promise<PlannedMail[]> => {
    const data = causes.find(({ type }) => type === event.type)?.read(event);
    if (!data) return [];
    const facts = await definition.facts(tx, { ...context, event, data: data as Happened<C>['data'] });
    return facts ? plan(facts, context) : [];
  };

  return { purpose, causes: causes.map(({ type }) => type), plan, planFor };
}
