import type pg from 'pg';
import { type Db, type Job, PgBoss } from 'pg-boss';
import { openPool } from '@/lib/database/connections';
import { isUnavailable } from '@/lib/database/database-errors';
import { databaseHealth, directUrl } from '@/lib/database/db';
import { untilReadable } from '@/lib/database/health/read-or';
import { listen } from '@/lib/database/listening';
import { logger } from '@/lib/platform/process/log';
import { pause } from '@/lib/platform/process/pause';
import { type Running, repeat } from '@/lib/platform/process/repeat';

/**
 * A kind of due work. A job carries the id of a row and nothing else; the row carries the state, and the handler
 * begins with a guarded claim of it, so that a job that runs twice does its work once.
 */
export interface JobQueue {
  name: string;
  handle: (id: string) => Promise<void>;
  /** Jobs taken at once; they run side by side. */
  batchSize?: number;
  /** Seconds after which a job counts as lost and is given out again. */
  expireInSeconds?: number;
  /** Asked four times a minute: ids of rows that are due and may have lost their job, so that nothing waits for ever. */
  due?: () => Promise<string[]>;
}

/** Work on a timetable, run by one process at a time. */
export interface CronJob {
  name: string;
  cron: string;
  handle: () => Promise<void>;
}

export interface Jobs extends Running {
  send(queue: string, id: string, at?: Date): Promise<void>;
  sendMany(queue: string, ids: string[]): Promise<void>;
}

interface Payload {
  id: string;
}

const sweepMs = 15_000;
const startAgainMs = 2_000;

async function createQueues(boss: PgBoss, queues: JobQueue[], crons: CronJob[]): Promise<void> {
  for (const queue of queues) {
    await boss.createQueue(queue.name, {
      notify: true,
      retryLimit: 3,
      retryDelay: 5,
      retryBackoff: true,
      expireInSeconds: queue.expireInSeconds ?? 120,
      deleteAfterSeconds: 3_600,
    });
  }
  for (const cron of crons) {
    await boss.createQueue(cron.name, { retryLimit: 0, expireInSeconds: 600, deleteAfterSeconds: 3_600 });
    await boss.schedule(cron.name, cron.cron);
  }
}

async function work(boss: PgBoss, queue: JobQueue): Promise<void> {
  await boss.work(
    queue.name,
    {
      batchSize: queue.batchSize ?? 50,
      burstWhenBatchFull: true,
      perJobResults: true,
      pollingIntervalSeconds: 1,
      notifyPollingIntervalSeconds: 1,
    },
    (jobs: Job<Payload>[]) =>
      Promise.all(
        jobs.map(async (job) => {
          try {
            await queue.handle(job.data.id);
            return { id: job.id, status: 'completed' as const };
          } catch (error) {
            logger().warn(
              { err: error, queue: queue.name, id: job.data.id },
              'job failed, tried again later',
            );
            return { id: job.id, status: 'failed' as const };
          }
        }),
      ),
  );
}

/** What pg-boss asks of a database, over connections that are renewed as all others are. */
function overPool(pool: pg.Pool, stopping: AbortSignal): Db {
  return {
    executeSql: async (text, values) => {
      await untilReadable(stopping);
      return await pool.query(text, values);
    },
    listen: async (channel, heard, listening) => {
      const first = Promise.withResolvers<void>();
      // Nobody who ends waits for a database that may never be back.
      stopping.addEventListener('abort', () => first.resolve(), { once: true });
      const { stop } = listen({
        channels: [channel],
        heard,
        listening: () => {
          first.resolve();
          listening();
        },
      });
      await first.promise;
      return { close: stop };
    },
  };
}

async function startBoss(
  pool: pg.Pool,
  queues: JobQueue[],
  crons: CronJob[],
  stopping: AbortSignal,
): Promise<PgBoss> {
  const boss = new PgBoss({ db: overPool(pool, stopping), useListenNotify: true, createSchema: false });
  boss.on('error', (error) => logger().warn({ err: error }, 'jobs: database error, going on'));
  try {
    await boss.start();
    await createQueues(boss, queues, crons);
    for (const queue of queues) await work(boss, queue);
    for (const cron of crons)
      await boss.work(cron.name, { pollingIntervalSeconds: 2 }, async () => await cron.handle());
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {});
    throw error;
  }
}

/**
 * Starts pg-boss on the same database, works the queues and the timetable until stopped. Where the database is in some
 * trouble, the process starts all the same, and its due work begins when that is over.
 */
export async function startJobs(queues: JobQueue[], crons: CronJob[] = []): Promise<Jobs> {
  const pool = openPool(
    { connectionString: directUrl(), max: 6, application_name: 'standby jobs' },
    databaseHealth(),
  );
  const stopping = new AbortController();
  const first = Promise.withResolvers<void>();
  const start = async (): Promise<PgBoss | null> => {
    while (!stopping.signal.aborted) {
      try {
        return await startBoss(pool, queues, crons, stopping.signal);
      } catch (error) {
        if (!isUnavailable(error)) throw error;
        logger().warn({ err: error }, 'jobs: not started yet, trying again');
        first.resolve();
        await pause(startAgainMs, stopping.signal);
      }
    }
    return null;
  };
  const started = start();
  started.then(() => first.resolve(), first.reject);
  await first.promise;

  const sendMany = async (name: string, ids: string[]): Promise<void> => {
    if (ids.length === 0) return;
    await (await started)?.insert(
      name,
      ids.map((id) => ({ data: { id } })),
    );
  };
  const sweep = async (): Promise<void> => {
    await started;
    for (const { name, due } of queues) {
      // What one queue cannot read keeps no other from its lost jobs.
      await due?.()
        .then((ids) => sendMany(name, ids))
        .catch((error) => logger().warn({ err: error, queue: name }, 'jobs: sweep failed'));
    }
  };
  const sweeping = repeat(sweep, { everyMs: sweepMs, failed: 'jobs: sweep failed' });
  return {
    send: async (name, id, at) =>
      void (await (await started)?.send(name, { id }, at ? { startAfter: at } : {})),
    sendMany,
    stop: async () => {
      stopping.abort();
      await sweeping.stop();
      await (await started)?.stop({ graceful: true, timeout: 12_000 });
      await pool.end();
    },
  };
}
