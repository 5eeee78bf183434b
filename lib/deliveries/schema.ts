import type { Route } from 'next';
import { z } from 'zod';
import { idInput } from '@/lib/platform/input/id-input';
import { seenVersion } from '@/lib/platform/input/seen-version';
import { choicesSchema } from '@/lib/subscribers/schema';

export const deliveryStateSchema = z.enum(['PENDING', 'SENT', 'RETRY', 'DEAD', 'SUPPRESSED']);
export type DeliveryState = z.infer<typeof deliveryStateSchema>;

export const deliveryStateLabel: Record<DeliveryState, string> = {
  PENDING: 'Pending',
  SENT: 'Sent',
  RETRY: 'Retry',
  DEAD: 'Dead',
  SUPPRESSED: 'Suppressed',
};

export const deliveryStateMeaning: Record<DeliveryState, string> = {
  PENDING: 'It goes out as soon as a worker takes it.',
  SENT: 'The receiving server accepted it.',
  RETRY: 'It was refused for now, and is tried again.',
  DEAD: 'It was not delivered. A person has to look at it.',
  SUPPRESSED: 'It was not sent, and will not be: the reason stands beside it.',
};

export const deliveryChannelSchema = z.enum(['EMAIL']);
export type DeliveryChannel = z.infer<typeof deliveryChannelSchema>;
export const deliveryChannelLabel: Record<DeliveryChannel, string> = { EMAIL: 'Email' };

export const suppressionReasonSchema = z.enum(['UNSUBSCRIBED', 'BOUNCED', 'COMPLAINED', 'BY_HAND']);
export type SuppressionReason = z.infer<typeof suppressionReasonSchema>;
const suppressionReasonLabel: Record<SuppressionReason, string> = {
  UNSUBSCRIBED: 'Unsubscribed',
  BOUNCED: 'The address bounced',
  COMPLAINED: 'The recipient complained',
  BY_HAND: 'Stopped by a person',
};

/** Why one delivery was not sent: for its address, or for itself. */
const suppressReasonSchema = z.enum([
  ...suppressionReasonSchema.options,
  'NEWER',
  'TOO_OLD',
  'OVER',
  'TOO_MANY',
]);
export type SuppressReason = z.infer<typeof suppressReasonSchema>;
export const suppressReasonLabel: Record<SuppressReason, string> = {
  ...suppressionReasonLabel,
  NEWER: 'A newer update went out instead',
  TOO_OLD: 'Waited more than a day for a mail server, and was no news by then',
  OVER: 'Its link had run out',
  TOO_MANY: 'Too many mails to this address, or to its domain, whoever asked for them',
};

export const recipientKindSchema = z.enum(['REPORTER', 'SUBSCRIBER', 'MEMBER', 'INVITED']);
export type RecipientKind = z.infer<typeof recipientKindSchema>;
export const recipientKindLabel: Record<RecipientKind, string> = {
  REPORTER: 'Reporter',
  SUBSCRIBER: 'Subscriber',
  MEMBER: 'Member',
  INVITED: 'Invited',
};

export const attemptOutcomeSchema = z.enum(['SENT', 'REFUSED_FOR_NOW', 'REFUSED', 'NO_ANSWER']);
export type AttemptOutcome = z.infer<typeof attemptOutcomeSchema>;
export const attemptOutcomeLabel: Record<AttemptOutcome, string> = {
  SENT: 'Accepted',
  REFUSED_FOR_NOW: 'Refused for now',
  REFUSED: 'Refused',
  NO_ANSWER: 'No answer',
};

/** What a message is for. */
export const purposeSchema = z.enum([
  'report-receipt',
  'report-confirm',
  'report-link',
  'report-question',
  'report-answer',
  'report-declined',
  'report-linked',
  'report-fixed',
  'update',
  'update-edited',
  'incident-declared',
  'incident-regraded',
  'incident-reopened',
  'recovery-begun',
  'recovery-verified',
  'recovery-stopped',
  'role-assigned',
  'allocation-asked',
  'allocation-refused',
  'allocation-released',
  'manager-asked',
  'take-over-asked',
  'clock-at-risk',
  'clock-missed',
  'promise-missed',
  'standby-blind',
  'standby-sighted',
  'subscription-confirm',
  'subscription-known',
  'invitation',
  'password-reset',
  'password-changed',
]);
export type Purpose = z.infer<typeof purposeSchema>;

const accountPurposes: ReadonlySet<string> = new Set<Purpose>([
  'invitation',
  'password-reset',
  'password-changed',
]);

/** Its link may sign its reader in, so only an admin reads it in the outbox. */
export function isAccountMail(purpose: string): boolean {
  return accountPurposes.has(purpose);
}

const openPurposes: ReadonlySet<string> = new Set<Purpose>([
  'report-receipt',
  'report-confirm',
  'subscription-confirm',
]);

/** Sent to whatever address somebody types. */
export function isOpenToAnybody(purpose: string): boolean {
  return openPurposes.has(purpose);
}

/** The purposes that are overtaken by a newer one about the same incident, and never sent after it. */
export const overtakenPurposes = [
  'incident-declared',
  'incident-reopened',
  'update',
  'update-edited',
] as const satisfies readonly Purpose[];

/** Kept with a delivery, to fill the slots of its content. */
export const variablesSchema = z.object({
  /** Id of the token row behind the recipient's private link. */
  tokenId: z.uuid().optional(),
  /** Where `open` leads when it is no private link: a path. */
  path: z.custom<Route>((path) => typeof path === 'string').optional(),
  reference: z.string().optional(),
  /** What a stranger asked for in the name of the recipient. */
  asked: choicesSchema.optional(),
  locale: z.string().optional(),
  /** ISO; after this the mail is of no use and is not sent. */
  notAfter: z.string().optional(),
});
export type Variables = z.infer<typeof variablesSchema>;

/** Frozen beside the text. */
export const frozenHeadersSchema = z.object({ fromName: z.string(), replyTo: z.string().nullable() });
export type FrozenHeaders = z.infer<typeof frozenHeadersSchema>;

export const actOnDeliveryInput = z.object({
  id: idInput('Name a message by its id.'),
  version: seenVersion.optional(),
});
export const retryAllInput = z.object({});

/** The secret part of the link “This was not me”. */
export const refusalInput = z.object({ token: z.string().max(200) });
