import { checkQueue } from '@/lib/checks/queue';
import { snapshotVerifications } from '@/lib/datasets/verify-snapshot';
import { snapshotWatch } from '@/lib/datasets/watch';
import { deliveryQueue, deliveryQueueName } from '@/lib/deliveries/queue';
import { monitorCrons } from '@/lib/monitors/watching/roll-up';
import { housekeeping } from '@/lib/platform/jobs/housekeeping';
import type { CronJob, JobQueue, Jobs } from '@/lib/platform/jobs/job-queue';
import { oldPrimaryWatch } from '@/lib/runs/watch-old-primaries';
import { replayQueue } from '@/lib/suites/queue';

export const queues: JobQueue[] = [
  replayQueue,
  snapshotVerifications,
  checkQueue(),
  deliveryQueue((id, at) => jobs().send(deliveryQueueName, id, at)),
];

export const crons: CronJob[] = [...housekeeping, ...monitorCrons, snapshotWatch, oldPrimaryWatch];

let bound: Jobs | null = null;

/** Lets consumers of this process start due work. */
export function bindJobs(jobs: Jobs): void {
  bound = jobs;
}

export function jobs(): Jobs {
  if (!bound) throw new Error('Due work is started by the worker only.');
  return bound;
}
