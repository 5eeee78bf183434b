import '@/lib/nouns';
import { randomUUID } from 'node:crypto';
import { closeDatabase } from '@/lib/database/db';
import { startConsumers } from '@/lib/platform/events/consumers';
import { startSequencer } from '@/lib/platform/events/sequencer';
import { startJobs } from '@/lib/platform/jobs/job-queue';
import { logger } from '@/lib/platform/process/log';
import type { Running } from '@/lib/platform/process/repeat';
import { consumers } from './consumers';
import { bindJobs, crons, queues } from './due-work';
import { startLoops } from './loops';

/** The worker process: order for events, consumers, due work. Any number may run on one database. */
async function main(): Promise<void> {
  const holder = `${process.pid}-${randomUUID().slice(0, 8)}`;
  const jobs = await startJobs(queues, crons);
  bindJobs(jobs);
  const running: Running[] = [startSequencer(holder), startConsumers(consumers), jobs, ...startLoops(holder)];
  logger().info({ holder }, 'worker ready');
  process.send?.({ ready: true });

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await Promise.allSettled(running.map((part) => part.stop()));
    await closeDatabase();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  process.on('disconnect', () => void stop());
}

main().catch((error) => {
  logger().fatal({ err: error }, 'the worker could not start');
  process.exit(1);
});
