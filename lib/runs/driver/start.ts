import { onPositions } from '@/lib/platform/events/position-signal';
import { logger } from '@/lib/platform/process/log';
import { pause } from '@/lib/platform/process/pause';
import type { Running } from '@/lib/platform/process/repeat';
import { driveRun } from './drive';
import { claimRun } from './lease';

/** Runs that one process drives side by side. */
const atOnce = 20;
const restMs = 50;
/** A call on its way is waited for so long at the end of the process; then nobody will know what came of it. */
const timeLimitMs = 12_000;

/** Drives every run that has work to do, until stopped. Any number of processes may. */
export function startRunDriver(holder: string): Running {
  const stop = new AbortController();
  const driven = new Set<Promise<void>>();
  let asked = false;
  let looking: Promise<void> | null = null;

  const claimAll = async (): Promise<void> => {
    while (!stop.signal.aborted && driven.size < atOnce) {
      const lease = await claimRun(holder);
      if (!lease) return;
      const drive = driveRun(lease, { stop: stop.signal }).finally(() => {
        driven.delete(drive);
        wake();
      });
      driven.add(drive);
    }
  };
  const wake = (): void => {
    asked = true;
    looking ??= (async () => {
      while (asked && !stop.signal.aborted) {
        asked = false;
        await claimAll().catch((error) => logger().warn({ err: error }, 'run driver: trying again'));
        // Under load there are events all the time, and hardly ever one of a run.
        await pause(restMs, stop.signal);
      }
    })().finally(() => {
      looking = null;
    });
  };
  // Whatever a person does is an event; the look once a second finds runs whose driver died.
  const signal = onPositions(wake);
  return {
    stop: async () => {
      stop.abort();
      await signal.stop();
      await looking;
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, timeLimitMs);
      });
      await Promise.race([Promise.allSettled(driven), patience]);
      clearTimeout(timer);
    },
  };
}
