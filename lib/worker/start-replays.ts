import type { StoredEvent } from '@/lib/platform/events/event-type';
import { replayQueueName, replaysToStart } from '@/lib/suites/queue';
import { jobs } from './due-work';

/** Gives the replays that people asked for to the queue. What is missed here, the sweep finds soon after. */
export async function startReplays(events: StoredEvent[]): Promise<void> {
  await jobs().sendMany(replayQueueName, replaysToStart(events));
}
