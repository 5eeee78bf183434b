import type { Mail } from '@/lib/deliveries/rules/mail';
import type { Purpose, RecipientKind, Variables } from '@/lib/deliveries/schema';
import type { Settings } from '@/lib/settings/schema';

/** Whether somebody got a mail about the incident before; `WAITS`: one is on its way, and may be overtaken by this. */
export type Heard = 'YES' | 'WAITS' | 'NO';

export interface Recipient {
  kind: RecipientKind;
  /** The report, subscriber, member or invitation; with the event it makes the delivery unique. */
  id: string;
  name: string | null;
  address: string;
  /** The language that they read. */
  locale: string;
  variables: Variables;
  /** Anybody may have typed the address: so many mails a day and no more go to it. */
  unconfirmed?: boolean;
  /** Of whoever typed it, where that is known: the range of their network, hashed. */
  range?: string | undefined;
  heard?: Heard;
}

/** What a mail belongs to in the outbox. */
export interface MailSubject {
  incidentId?: string | undefined;
  updateId?: string | undefined;
}

/** One mail and everybody who gets it. */
export interface PlannedMail extends MailSubject {
  purpose: Purpose;
  recipients: Recipient[];
  mail: Mail;
}

/** What every mail knows besides its facts. */
export interface MailContext {
  settings: Settings;
  /** When the event happened. */
  at: Date;
}
