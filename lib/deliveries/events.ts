import { z } from 'zod';
import { eventId, eventType } from '@/lib/platform/events';

const delivery = z.object({
  deliveryId: eventId,
  incidentId: eventId.nullable(),
  reportId: eventId.nullable(),
});
type Delivery = z.infer<typeof delivery>;

/* The other states are written without an event: an update for 10,000 people is one fact, not 10,000. */
function subjects({ deliveryId, incidentId, reportId }: Delivery) {
  return [
    { kind: 'delivery', id: deliveryId },
    ...(incidentId ? [{ kind: 'incident', id: incidentId }] : []),
    ...(reportId ? [{ kind: 'report', id: reportId }] : []),
  ];
}

/** Refused for good, or tried often enough. */
export const deliveryDied = eventType('delivery.died', { data: delivery, subjects });

/** A person wants another try now. */
export const deliveryRetried = eventType('delivery.retried', { data: delivery, subjects });

/** A person stopped it. */
export const deliveryGivenUp = eventType('delivery.givenUp', { data: delivery, subjects });

/** A person wants another try now of everything that was not delivered. */
export const deliveriesRetried = eventType('delivery.retriedAll', {
  data: z.object({ count: z.int() }),
  subjects: () => [],
});
