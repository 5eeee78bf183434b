import { z } from 'zod';

export const subscriberStateSchema = z.enum(['UNCONFIRMED', 'CONFIRMED', 'UNSUBSCRIBED', 'BOUNCED']);
export type SubscriberState = z.infer<typeof subscriberStateSchema>;
export const subscriberStateLabel: Record<SubscriberState, string> = {
  UNCONFIRMED: 'Not confirmed yet',
  CONFIRMED: 'Confirmed',
  UNSUBSCRIBED: 'Unsubscribed',
  BOUNCED: 'The address bounced',
};
