import { z } from 'zod';

export const deliveryStateSchema = z.enum(['PENDING', 'SENT', 'RETRY', 'DEAD', 'SUPPRESSED']);
export type DeliveryState = z.infer<typeof deliveryStateSchema>;
export const deliveryStates = deliveryStateSchema.options;

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
  SUPPRESSED: 'It was not sent: the recipient has unsubscribed, or the address bounced.',
};

export const deliveryChannelSchema = z.enum(['EMAIL', 'WEBHOOK', 'BROWSER']);
export type DeliveryChannel = z.infer<typeof deliveryChannelSchema>;
export const deliveryChannelLabel: Record<DeliveryChannel, string> = {
  EMAIL: 'E-mail',
  WEBHOOK: 'Webhook',
  BROWSER: 'In the console',
};

export const suppressionReasonSchema = z.enum(['UNSUBSCRIBED', 'BOUNCED', 'COMPLAINED', 'BY_HAND']);
export type SuppressionReason = z.infer<typeof suppressionReasonSchema>;
export const suppressionReasonLabel: Record<SuppressionReason, string> = {
  UNSUBSCRIBED: 'Unsubscribed',
  BOUNCED: 'The address bounced',
  COMPLAINED: 'The recipient complained',
  BY_HAND: 'Stopped by a person',
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
