import { logger } from '@/lib/platform/log';
import { pause } from '@/lib/platform/pause';
import type { Running } from '@/lib/platform/sequencer';
import { type Guard, guardInForce } from '@/lib/probes/outgoing/guard';
import { runProbe } from '@/lib/probes/run-probe';
import { claimDue, type DueLook, untilNext } from './claim-due';
import { keepLooks, type Look } from './store-results';

/** Looks at once in one worker: most wait for their targets, so they cost memory and sockets, not time. */
const atOnce = 200;
/** Looks that end one by one are replaced some at a time: a statement for each would cost more than the looks. */
const gatherMs = 15;
/** A monitor that was just made, or just woken, is looked at within this. */
const mostIdleMs = 1_000;
const keepEveryMs = 300;
const mostKept = 5_000;

interface Watch {
  kept: Look[];
  underWay: Set<Promise<void>>;
  abort: AbortController;
  onLook: ((due: DueLook) => void) | undefined;
}

async function look(watch: Watch, due: DueLook, guard: Guard): Promise<void> {
  const at = new Date();
  watch.onLook?.(due);
  const outcome = await runProbe(due.probe, { guard, signal: watch.abort.signal });
  // One that was cancelled is no look.
  if (!watch.abort.signal.aborted)
    watch.kept.push({ monitorId: due.monitorId, version: due.version, at, outcome });
}

async function claimSome(watch: Watch): Promise<number> {
  const due = await claimDue(atOnce - watch.underWay.size);
  if (due.length === 0) return 0;
  const guard = await guardInForce();
  for (const one of due) {
    const work = look(watch, one, guard)
      .catch((error) => logger().warn({ err: error, monitorId: one.monitorId }, 'monitor: a look failed'))
      .finally(() => watch.underWay.delete(work));
    watch.underWay.add(work);
  }
  return due.length;
}

/** Keeps what was seen; while the database is away it waits here, the newest of it. */
async function keepSome(watch: Watch): Promise<void> {
  const some = watch.kept.splice(0, 500);
  try {
    await keepLooks(some);
  } catch (error) {
    watch.kept.unshift(...some);
    watch.kept.splice(0, Math.max(0, watch.kept.length - mostKept));
    throw error;
  }
}

async function claimLoop(watch: Watch): Promise<void> {
  const { signal } = watch.abort;
  while (!signal.aborted) {
    try {
      if (watch.underWay.size >= atOnce) {
        await Promise.race(watch.underWay);
        await pause(gatherMs, signal);
      } else if ((await claimSome(watch)) === 0) await pause(await untilNext(mostIdleMs), signal);
    } catch (error) {
      logger().warn({ err: error }, 'monitors: trying again');
      await pause(mostIdleMs, signal);
    }
  }
}

async function keepLoop(watch: Watch): Promise<void> {
  const { signal } = watch.abort;
  while (!signal.aborted) {
    await pause(keepEveryMs, signal);
    await keepSome(watch).catch((error) => logger().warn({ err: error }, 'monitors: keeping later'));
  }
}

/**
 * Looks at what is due for as long as the worker runs. Any number of workers may.
 * @param onLook told of every look as it begins, to measure how late it is
 */
export function startMonitors(onLook?: (due: DueLook) => void): Running {
  const watch: Watch = { kept: [], underWay: new Set(), abort: new AbortController(), onLook };
  const loops = [claimLoop(watch), keepLoop(watch)];
  return {
    stop: async () => {
      watch.abort.abort();
      await Promise.all([...loops, ...watch.underWay]);
      await keepSome(watch).catch((error) => logger().warn({ err: error }, 'monitors: last looks lost'));
    },
  };
}
