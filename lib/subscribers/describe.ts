import type { StoredEvent } from '@/lib/platform/events';
import { severityLabel } from '@/lib/severity/schema';
import { subscriberAsked, subscriberChanged, subscriberConfirmed, subscriberUnsubscribed } from './events';

/** One sentence for timeline and audit; null for events of other nouns. */
export function describeSubscriberEvent(event: Pick<StoredEvent, 'type' | 'data'>): string | null {
  const asked = subscriberAsked.read(event);
  if (asked)
    return asked.known
      ? 'Asked to subscribe again, was confirmed already'
      : 'Asked to subscribe, not confirmed yet';
  if (subscriberConfirmed.read(event)) return 'Subscription confirmed';
  const changed = subscriberChanged.read(event);
  if (changed) {
    const count = changed.serviceIds?.length;
    const services =
      count === undefined ? 'all services' : `${count} ${count === 1 ? 'service' : 'services'}`;
    return `Subscription changed: ${services}, ${severityLabel[changed.minimumSeverity]} and worse`;
  }
  const left = subscriberUnsubscribed.read(event);
  if (left) return left.by === 'MEMBER' ? 'Unsubscribed by a member' : 'Unsubscribed';
  return null;
}
