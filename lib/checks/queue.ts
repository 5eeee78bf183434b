import { cancelWatch } from '@/lib/checks/running/cancel-watch';
import { dueChecks, waitingChecks } from '@/lib/checks/running/claim';
import { runCheck } from '@/lib/checks/running/run-check';
import type { StoredEvent } from '@/lib/platform/events/event-type';
import type { JobQueue } from '@/lib/platform/jobs/job-queue';
import { turns } from '@/lib/platform/limits/turns';
import { checkAdded, checkAsked, checklistCreated } from './events';

export const checkQueueName = 'check';

/** Looks of one process that go on at the same time. */
const atOnce = 12;

/** Runs automated checks, a dozen at a time. */
export function checkQueue(): JobQueue {
  const watch = cancelWatch();
  const atMost = turns(atOnce);
  return {
    name: checkQueueName,
    batchSize: 50,
    expireInSeconds: 300,
    handle: async (id) => void (await atMost(() => runCheck(id, watch))),
    due: () => dueChecks(),
  };
}

/** What can be run now because of these events. */
export async function checksToStart(events: readonly StoredEvent[]): Promise<string[]> {
  const incidents = new Set<string>();
  for (const event of events) {
    const asked = checklistCreated.read(event) ?? checkAsked.read(event);
    if (asked) incidents.add(asked.incidentId);
    const added = checkAdded.read(event);
    if (added?.probeKind) incidents.add(added.incidentId);
  }
  return incidents.size === 0 ? [] : await waitingChecks([...incidents]);
}
