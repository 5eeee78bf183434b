import { db } from '@/lib/database/db';
import type { StoredEvent } from '@/lib/platform/events/event-type';
import type { JobQueue } from '@/lib/platform/jobs/job-queue';
import { logger } from '@/lib/platform/process/log';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { endReplay } from '@/lib/suites/replaying/end-replay';
import { readReplay } from '@/lib/suites/replaying/replay-record';
import { runReplay } from '@/lib/suites/replaying/replay-suite';
import { replayStarted } from './events';

export const replayQueueName = 'suite-replay';

/** Replays by hand that one process does side by side; others wait for the next sweep. */
const mostAtOnce = 4;

const running = oncePerProcess('replays by hand', () => new Set<string>());

/** A replay may take many minutes, so the job only sets it going and the lease tells whether it still goes on. */
export const replayQueue: JobQueue = {
  name: replayQueueName,
  handle: async (replayId) => {
    if (running().size >= mostAtOnce || running().has(replayId)) return;
    running().add(replayId);
    void runReplay(replayId)
      .catch((error: unknown) => logger().error({ err: error, replay: replayId }, 'a replay was given up'))
      .finally(() => running().delete(replayId));
  },
  due: async () => {
    await endCrashedReplays();
    return await waitingReplays();
  },
};

/** Replays by hand that these events ask for. */
export function replaysToStart(events: readonly StoredEvent[]): string[] {
  return events.flatMap((event) => {
    const started = replayStarted.read(event);
    return started?.queued ? [started.suiteRunId] : [];
  });
}

/** Those that nobody ever took in hand. */
async function waitingReplays(): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    select r.id from suite_run r
    where r.state = 'RUNNING' and r.started_at < now() - interval '10 seconds'
      and not exists (select 1 from lease l where l.name = 'suite-run:' || r.id)
    order by r.started_at limit 50`;
  return rows.map((row) => row.id);
}

/** Ends as ABORTED what a process had in hand when it died. @returns how many there were */
export async function endCrashedReplays(): Promise<number> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    select r.id from suite_run r join lease l on l.name = 'suite-run:' || r.id
    where r.state = 'RUNNING' and l.expires_at < clock_timestamp()`;
  for (const { id } of rows) await endReplay(await readReplay(id), true);
  // A last beat may have come after the end.
  await db()
    .$executeRaw`delete from lease where name like 'suite-run:%' and expires_at < now() - interval '1 hour'`;
  return rows.length;
}
