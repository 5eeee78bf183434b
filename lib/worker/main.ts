import '@/lib/nouns';
import { randomUUID } from 'node:crypto';
import { closeDatabase } from '@/lib/database/db';
import { startConsumers } from '@/lib/platform/events/consumers';
import { startSequencer } from '@/lib/platform/events/sequencer';
import { startJobs } from '@/lib/platform/jobs/job-queue';
import { endInOrder, printToWhoeverReads } from '@/lib/platform/process/ending';
import { logger } from '@/lib/platform/process/log';
import type { Running } from '@/lib/platform/process/repeat';
import { consumers } from './consumers';
import { bindJobs, crons, queues } from './due-work';
import { startLoops } from './loops';

/** The worker process: order for events, consumers, due work. Any number may run on one database. */
async function main(): Promise<void> {
  printToWhoeverReads();
  const running: Record<string, Running> = {};
  endInOrder(async (step) => {
    await Promise.allSettled(Object.entries(running).map(([name, part]) => step(name, part.stop())));
    await step('database', closeDatabase());
  });
  const holder = `${process.pid}-${randomUUID().slice(0, 8)}`;
  const jobs = await startJobs(queues, crons);
  bindJobs(jobs);
  Object.assign(running, {
    sequencer: startSequencer(holder),
    consumers: startConsumers(consumers),
    jobs,
    ...startLoops(holder),
  });
  logger().info({ holder }, 'worker ready');
  process.send?.({ ready: true });
}

main().catch((error) => {
  logger().fatal({ err: error }, 'the worker could not start');
  process.exit(1);
});
