import { deliveriesToStart, deliveryQueueName } from '@/lib/deliveries/queue';
import type { StoredEvent } from '@/lib/platform/events/event-type';
import { jobs } from './due-work';

const atOnce = 1_000;

/** Gives what these events caused to be sent to the queue. What is missed here, the sweep finds soon after. */
export async function startDeliveries(events: StoredEvent[]): Promise<void> {
  const ids = await deliveriesToStart(events);
  for (let from = 0; from < ids.length; from += atOnce) {
    await jobs().sendMany(deliveryQueueName, ids.slice(from, from + atOnce));
  }
}
