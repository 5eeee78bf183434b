import { z } from 'zod';

export const subscriberStateSchema = z.enum(['PENDING', 'CONFIRMED', 'UNSUBSCRIBED']);
export type SubscriberState = z.infer<typeof subscriberStateSchema>;
export const subscriberStateLabel: Record<SubscriberState, string> = {
  PENDING: 'Not confirmed yet',
  CONFIRMED: 'Confirmed',
  UNSUBSCRIBED: 'Unsubscribed',
};

export const subscriberKindSchema = z.enum(['EMAIL', 'WEBHOOK']);
export type SubscriberKind = z.infer<typeof subscriberKindSchema>;
export const subscriberKindLabel: Record<SubscriberKind, string> = { EMAIL: 'E-mail', WEBHOOK: 'Webhook' };
