import { z } from 'zod';
import {
  attemptOutcomeSchema,
  deliveryChannelSchema,
  deliveryStateSchema,
  recipientKindSchema,
} from '@/lib/deliveries/schema';
import { instant, view } from '@/lib/platform/answers/view';
import { idInput } from '@/lib/platform/input/id-input';
import { pageInput } from '@/lib/platform/input/page-input';

const showSchema = z.enum(['all', 'needs-you', 'suppressed']);
export type Show = z.infer<typeof showSchema>;

export const deliveryListInput = view('DeliveryListInput', {
  show: showSchema.default('all'),
  /** Only those of one update. */
  update: idInput().optional(),
  ...pageInput,
});

const deliveryRowSchema = view('DeliveryRow', {
  id: z.uuid(),
  channel: deliveryChannelSchema,
  purpose: z.string(),
  recipientKind: recipientKindSchema,
  /** Who or where to: a mail address, a host, a name. */
  to: z.string(),
  toName: z.string().nullable(),
  subject: z.string(),
  incidentRef: z.string().nullable(),
  reportRef: z.string().nullable(),
  updateAt: instant.nullable(),
  state: deliveryStateSchema,
  attempts: z.number(),
  /** After so many tries it is dead. */
  maxTries: z.number(),
  nextTryAt: instant.nullable(),
  sentAt: instant.nullable(),
  /** From the start of the accepted try to its answer, in milliseconds. */
  tookMs: z.int().nullable(),
  lastError: z.string().nullable(),
  suppressReason: z.string().nullable(),
  createdAt: instant,
  drill: z.boolean(),
});
export type DeliveryRow = z.infer<typeof deliveryRowSchema>;

export const deliveryListViewSchema = view('DeliveryListView', {
  rows: z.array(deliveryRowSchema),
  next: z.string().nullable(),
  /** Over the last 24 hours for what is done, and all of what is not. */
  counts: z.record(deliveryStateSchema, z.number()),
  /** Whether mail can leave this installation. */
  mailServer: z.boolean(),
  now: instant,
  zone: z.string(),
});
export type DeliveryListView = z.infer<typeof deliveryListViewSchema>;

const attemptViewSchema = view('DeliveryAttemptView', {
  number: z.int(),
  outcome: attemptOutcomeSchema,
  code: z.string().nullable(),
  answer: z.string().nullable(),
  startedAt: instant,
  finishedAt: instant,
});
export type AttemptView = z.infer<typeof attemptViewSchema>;

export const deliveryViewSchema = view('DeliveryView', {
  ...deliveryRowSchema.shape,
  version: z.int(),
  attemptList: z.array(attemptViewSchema),
  /** The tries that follow if this one fails, first one first. */
  laterTries: z.array(z.string()),
  /** Nothing is sent to its address, and its reader may change that. */
  mayAllowAddress: z.boolean(),
  mail: z
    .object({
      from: z.string(),
      replyTo: z.string().nullable(),
      subject: z.string(),
      /** Null when its reader may not see it. */
      text: z.string().nullable(),
      /** Whether private links stand in the text. */
      withLinks: z.boolean(),
    })
    .nullable(),
});
export type DeliveryView = z.infer<typeof deliveryViewSchema>;
