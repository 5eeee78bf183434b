import { hasMailServer } from '@/lib/deliveries/sending/mail-server';
import type { StoredEvent } from '@/lib/platform/events/event-type';
import type { JobQueue } from '@/lib/platform/jobs/job-queue';
import { settings } from '@/lib/platform/process/environment';
import { deliveriesOf } from './consumer';
import { deliveriesRetried, deliveryRetried } from './events';
import { dueDeliveries } from './sending/due';
import { openSender, type Sender } from './sending/sender';

export const deliveryQueueName = 'delivery';

/** @param later gives a delivery out again at a time */
export function deliveryQueue(later: (deliveryId: string, at: Date) => Promise<void>): JobQueue {
  let sender: Sender | null = null;
  const open = (smtpUrl: string): Sender => {
    sender ??= openSender({
      smtpUrl,
      again: (id, seconds) => later(id, new Date(Date.now() + seconds * 1000)),
    });
    return sender;
  };
  return {
    name: deliveryQueueName,
    batchSize: 200,
    expireInSeconds: 300,
    handle: async (id) => {
      const { smtpUrl } = settings();
      if (smtpUrl) await open(smtpUrl).send(id);
    },
    due: async () => (hasMailServer() ? await dueDeliveries() : []),
  };
}

/** What can be sent now because of these events. */
export async function deliveriesToStart(events: readonly StoredEvent[]): Promise<string[]> {
  if (!hasMailServer()) return [];
  if (events.some(({ type }) => type === deliveriesRetried.type)) return await dueDeliveries(10_000);
  const retried = events.flatMap((event) => deliveryRetried.read(event)?.deliveryId ?? []);
  return [...retried, ...(await deliveriesOf(events))];
}
