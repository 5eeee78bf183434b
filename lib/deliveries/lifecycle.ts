import { lifecycle } from '@/lib/platform/lifecycle';
import { type DeliveryState, deliveryStateLabel } from './schema';

/** A dead delivery is tried again, or put aside, only when a person asks for it. */
export const deliveryLifecycle = lifecycle<DeliveryState>(
  { subject: 'The delivery', label: deliveryStateLabel },
  {
    PENDING: ['SENT', 'RETRY', 'DEAD', 'SUPPRESSED'],
    SENT: [],
    RETRY: ['SENT', 'RETRY', 'DEAD', 'SUPPRESSED'],
    DEAD: ['RETRY', 'SUPPRESSED'],
    SUPPRESSED: [],
  },
);

/**
 * Seconds from one refusal to the next try: nine tries within five minutes, so that a server which refuses
 * one mail in five delays none of 10,000 for longer, then hours for one that is down.
 */
const backoff = [5, 10, 15, 20, 30, 40, 60, 90, 300, 900, 3600, 7200, 14_400];

/** After this many tries the delivery is dead. */
export const maxTries = backoff.length + 1;

/** Seconds to wait after the given number of tries (1 or more), or null when no further try is made. */
export function retryAfter(tries: number): number | null {
  return backoff[tries - 1] ?? null;
}
