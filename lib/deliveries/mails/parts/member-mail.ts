import type { Route } from 'next';
import { type Cause, type MailDefinition, type MailKind, mailKind } from '@/lib/deliveries/mails/mail-kind';
import type { Recipient } from '@/lib/deliveries/mails/planned-mail';
import type { MailBlock } from '@/lib/deliveries/rules/mail';
import { to } from '@/lib/platform/rules/to';
import type { Severity } from '@/lib/severity/schema';
import { button, quote } from './blocks';
import { type MailWords, memberFooter } from './words';

export interface MemberFacts {
  people: readonly Recipient[];
  /** Who did it, and knows it. */
  byId?: string | null;
  incident: { id: string; ref: string; severity: Severity } | null;
  /** Where the button leads in the console, when it is not the page of the incident. */
  path?: Route;
}

interface MemberContent {
  subject: string;
  /** `*…*` stands out. */
  texts: string[];
  /** Stands under the first sentence, which says whose words these are. */
  quote?: string | null;
  button: string;
}

type MemberMail<C extends Cause, F> = Pick<MailDefinition<C, F>, 'when' | 'purpose' | 'facts'> & {
  words: (facts: F, words: MailWords) => MemberContent;
};

/** A mail to members about their work. */
export function memberMail<C extends Cause, F extends MemberFacts>(kind: MemberMail<C, F>): MailKind<F> {
  return mailKind<C, F>({
    ...kind,
    to: ({ people, byId = null, incident, path = to(`/incidents/${incident?.ref}`) }) =>
      people.filter(({ id }) => id !== byId).map((one) => ({ ...one, variables: { path } })),
    words: (facts, words) => {
      const { subject, texts, quote: quoted, button: label } = kind.words(facts, words);
      const blocks = texts.map((text): MailBlock => ({ kind: 'stressed', text }));
      if (quoted) blocks.splice(1, 0, quote(quoted));
      return { subject, badge: facts.incident?.severity, blocks: [...blocks, button(label)] };
    },
    footer: memberFooter,
    about: ({ incident }) => ({ incidentId: incident?.id }),
  });
}
