import { untilReadable } from '@/lib/database/health/read-or';
import { logger } from '@/lib/platform/process/log';
import { pause } from '@/lib/platform/process/pause';
import { type Running, repeat } from '@/lib/platform/process/repeat';
import { type Guard, guardInForce } from '@/lib/probes/outgoing/guard';
import { runProbe } from '@/lib/probes/run-probe';
import { surelySilent } from '@/lib/probes/sight/silent-addresses';
import { endUntold } from './blindness';
import { claimDue, type DueProbe, untilNext } from './claim-due';
import type { MonitorResult } from './judged';
import { storeResults } from './store-results';
import { tellBlindness } from './tell-blindness';

/** Probes at once in one worker: most wait for their targets, so they cost memory and sockets, not time. */
const atOnce = 200;
/** Probes that end one by one are replaced some at a time: a statement for each would cost more than the probes. */
const gatherMs = 15;
/** A monitor that was just made, or just woken, is probed within this. */
const mostIdleMs = 1_000;
const storeEveryMs = 300;
const mostUnstored = 5_000;
const sightEveryMs = 15_000;

interface Watch {
  unstored: MonitorResult[];
  underWay: Set<Promise<void>>;
  abort: AbortController;
  onProbe: ((due: DueProbe) => void) | undefined;
}

async function runDue(watch: Watch, due: DueProbe, guard: Guard): Promise<void> {
  const at = new Date();
  watch.onProbe?.(due);
  const options = { guard, signal: watch.abort.signal };
  const seen = await runProbe(due.probe, options);
  const outcome = await surelySilent(due.probe, seen, due.doubted, options);
  // One that was cancelled is no probe.
  if (!watch.abort.signal.aborted)
    watch.unstored.push({ monitorId: due.monitorId, version: due.version, at, outcome });
}

async function claimSome(watch: Watch): Promise<number> {
  const due = await claimDue(atOnce - watch.underWay.size);
  if (due.length === 0) return 0;
  const guard = await guardInForce();
  for (const one of due) {
    const work = runDue(watch, one, guard)
      .catch((error) =>
        logger().warn({ err: error, monitorId: one.monitorId }, 'monitor: a probe was not run'),
      )
      .finally(() => watch.underWay.delete(work));
    watch.underWay.add(work);
  }
  return due.length;
}

/** Keeps what was seen; while the database is away it waits here, the newest of it. */
async function storeSome(watch: Watch): Promise<void> {
  const some = watch.unstored.splice(0, 500);
  try {
    await storeResults(some);
  } catch (error) {
    watch.unstored.unshift(...some);
    watch.unstored.splice(0, Math.max(0, watch.unstored.length - mostUnstored));
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
      await untilReadable(signal);
    }
  }
}

async function storeLoop(watch: Watch): Promise<void> {
  const { signal } = watch.abort;
  while (!signal.aborted) {
    await pause(storeEveryMs, signal);
    await storeSome(watch).catch((error) => logger().warn({ err: error }, 'monitors: keeping later'));
    await untilReadable(signal);
  }
}

/**
 * Probes what is due for as long as the worker runs. Any number of workers may.
 * @param onProbe told of every probe as it begins, to measure how late it is
 */
export function startMonitors(onProbe?: (due: DueProbe) => void): Running {
  const watch: Watch = { unstored: [], underWay: new Set(), abort: new AbortController(), onProbe };
  const loops = [claimLoop(watch), storeLoop(watch)];
  const sight = repeat(
    async () => {
      await endUntold();
      await tellBlindness();
    },
    { everyMs: sightEveryMs, failed: 'monitors: looking again later' },
  );
  return {
    stop: async () => {
      watch.abort.abort();
      await Promise.all([sight.stop(), ...loops, ...watch.underWay]);
      await storeSome(watch).catch((error) => logger().warn({ err: error }, 'monitors: last results lost'));
    },
  };
}
