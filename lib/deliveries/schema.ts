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

export const deliveryChannelSchema = z.enum(['EMAIL', 'WEBHOOK']);
export type DeliveryChannel = z.infer<typeof deliveryChannelSchema>;
export const deliveryChannelLabel: Record<DeliveryChannel, string> = {
  EMAIL: 'E-mail',
  WEBHOOK: 'Webhook',
};

export const suppressionReasonSchema = z.enum(['UNSUBSCRIBED', 'BOUNCED']);
export type SuppressionReason = z.infer<typeof suppressionReasonSchema>;
export const suppressionReasonLabel: Record<SuppressionReason, string> = {
  UNSUBSCRIBED: 'Unsubscribed',
  BOUNCED: 'The address bounced',
};
