import { lifecycle } from '@/lib/platform/lifecycle';
import { type SubscriberState, subscriberStateLabel } from './schema';

/** Double opt-in: who left has to confirm again. */
export const subscriberLifecycle = lifecycle<SubscriberState>(
  { subject: 'The subscription', label: subscriberStateLabel },
  {
    PENDING: ['CONFIRMED', 'UNSUBSCRIBED'],
    CONFIRMED: ['UNSUBSCRIBED'],
    UNSUBSCRIBED: ['PENDING'],
  },
);
