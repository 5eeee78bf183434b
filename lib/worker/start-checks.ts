import { checkQueueName, checksToStart } from '@/lib/checks/queue';
import type { StoredEvent } from '@/lib/platform/events/event-type';
import { jobs } from './due-work';

/** Gives the checks that these events ask for to the queue. What is missed here, the sweep finds soon after. */
export async function startChecks(events: StoredEvent[]): Promise<void> {
  await jobs().sendMany(checkQueueName, await checksToStart(events));
}
