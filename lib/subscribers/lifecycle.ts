import { lifecycle } from '@/lib/platform/lifecycle';
import { type SubscriberState, subscriberStateLabel } from './schema';

/** Double opt-in: who left or bounced has to confirm again. */
export const subscriberLifecycle = lifecycle<SubscriberState>(
  { subject: 'The subscription', label: subscriberStateLabel },
  {
    UNCONFIRMED: ['CONFIRMED', 'UNSUBSCRIBED'],
    CONFIRMED: ['UNSUBSCRIBED', 'BOUNCED'],
    UNSUBSCRIBED: ['UNCONFIRMED'],
    BOUNCED: ['UNCONFIRMED', 'UNSUBSCRIBED'],
  },
);
