import pg from 'pg';
import { directUrl } from '@/lib/database/db';
import { pause } from '@/lib/platform/process/pause';
import type { Running } from '@/lib/platform/process/repeat';
import { positionChannel } from './sequencer';

/**
 * Calls `wake` when positions were given out. NOTIFY is only a hint: a poll once a second makes up for a lost one,
 * and the connection is opened again when it breaks.
 */
export function onPositions(wake: () => void, channels: string[] = [positionChannel]): Running {
  let stopping = false;
  let client: pg.Client | null = null;
  const abort = new AbortController();
  const poll = setInterval(wake, 1_000);

  const listen = async (): Promise<void> => {
    while (!stopping) {
      const next = new pg.Client({ connectionString: directUrl(), application_name: 'standby listen' });
      client = next;
      const ended = new Promise<void>((resolve) => next.once('end', () => resolve()));
      next.on('error', () => {});
      next.on('notification', wake);
      try {
        await next.connect();
        for (const channel of channels) await next.query(`listen ${channel}`);
        wake();
        await ended;
      } catch {
        await next.end().catch(() => {});
      }
      if (!stopping) await pause(500, abort.signal);
    }
  };
  const done = listen();
  return {
    stop: async () => {
      stopping = true;
      clearInterval(poll);
      abort.abort();
      await client?.end().catch(() => {});
      await done;
    },
  };
}
