import type { Mail } from '@/lib/deliveries/rules/mail';
import type { Purpose, RecipientKind, Variables } from '@/lib/deliveries/schema';
import type { Settings } from '@/lib/settings/schema';

export interface Recipient {
  kind: RecipientKind;
  /** The report, subscriber, member or invitation; with the event it makes the delivery unique. */
  id: string;
  name: string | null;
  address: string;
  variables: Variables;
}

/** A recipient with the language that they read. */
export interface LocalRecipient extends Recipient {
  locale: string;
}

/** One mail and everybody who gets it. */
export interface PlannedMail {
  purpose: Purpose;
  recipients: Recipient[];
  mail: Mail;
  incidentId?: string | undefined;
  updateId?: string | undefined;
}

/** What every rule knows besides the event. */
export interface Around {
  settings: Settings;
  /** When it happened. */
  at: Date;
}
