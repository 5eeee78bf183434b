import type { StoredEvent } from '@/lib/platform/events';
import { deliveriesRetried, deliveryDied, deliveryGivenUp, deliveryRetried } from './events';

/** One sentence for timeline and audit; null for events of other nouns. */
export function describeDeliveryEvent(event: Pick<StoredEvent, 'type' | 'data'>): string | null {
  if (deliveryDied.read(event)) return 'A message was not delivered';
  if (deliveryRetried.read(event)) return 'A message is tried again';
  if (deliveryGivenUp.read(event)) return 'A message was given up';
  const all = deliveriesRetried.read(event);
  if (all) return `${all.count} ${all.count === 1 ? 'message is' : 'messages are'} tried again`;
  return null;
}
