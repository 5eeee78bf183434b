import { z } from 'zod';
import type { AttemptOutcome, DeliveryChannel, DeliveryState, RecipientKind } from '@/lib/deliveries/schema';
import { pageInput } from '@/lib/platform/page-input';

export const showSchema = z.enum(['all', 'needs-you', 'suppressed']);
export type Show = z.infer<typeof showSchema>;

export const deliveryListInput = z.object({
  show: showSchema.default('all'),
  /** Only those of one update. */
  update: z.uuid().optional(),
  ...pageInput,
});

/* Instants in views are ISO texts. */

export interface DeliveryRow {
  id: string;
  channel: DeliveryChannel;
  purpose: string;
  recipientKind: RecipientKind;
  /** Who or where to: a mail address, a host, a name. */
  to: string;
  toName: string | null;
  subject: string;
  incidentRef: string | null;
  reportRef: string | null;
  updateAt: string | null;
  state: DeliveryState;
  attempts: number;
  /** After so many tries it is dead. */
  maxTries: number;
  nextTryAt: string | null;
  sentAt: string | null;
  /** From the start of the accepted try to its answer, in milliseconds. */
  tookMs: number | null;
  lastError: string | null;
  suppressReason: string | null;
  createdAt: string;
  drill: boolean;
}

export interface DeliveryListView {
  rows: DeliveryRow[];
  next: string | null;
  /** Over the last 24 hours for what is done, and all of what is not. */
  counts: Record<DeliveryState, number>;
  /** Whether mail can leave this installation. */
  mailServer: boolean;
  now: string;
  zone: string;
}

export interface AttemptView {
  number: number;
  outcome: AttemptOutcome;
  code: string | null;
  answer: string | null;
  startedAt: string;
  finishedAt: string;
}

export interface DeliveryView extends DeliveryRow {
  version: number;
  attemptList: AttemptView[];
  /** The tries that follow if this one fails, first one first. */
  laterTries: string[];
  mail: {
    from: string;
    replyTo: string | null;
    subject: string;
    /** Null when its reader may not see it. */
    text: string | null;
    /** Whether private links stand in the text. */
    withLinks: boolean;
  } | null;
}
