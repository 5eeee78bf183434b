import { Socket } from 'node:net';
import pg from 'pg';
import { untilReadable } from '@/lib/database/health/read-or';
import { troubleOf } from '@/lib/database/health/trouble';
import { pause } from '@/lib/platform/process/pause';
import type { Running } from '@/lib/platform/process/repeat';
import { takesNoWrites } from './connections';
import { databaseHealth, directUrl } from './db';

const lookMs = 3_000;
const restMs = 500;

interface Listener {
  channels: readonly string[];
  heard: (payload: string) => void;
  /** Called when it listens, again after every break: what was told in between is lost. */
  listening: () => void;
}

/** Hears until the connection is over, which a look finds out when the server tells nobody, or takes no writes any more. */
async function listenOnce(client: pg.Client, { channels, heard, listening }: Listener): Promise<void> {
  const health = databaseHealth();
  const ended = new Promise<void>((resolve) => client.once('end', () => resolve()));
  const end = () => void client.end().catch(() => {});
  client.on('error', end);
  client.on('notification', ({ payload }) => heard(payload ?? ''));
  await client.connect();
  for (const channel of channels) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
  listening();
  const forget = health.onRenew(end);
  const look = setInterval(() => {
    takesNoWrites(client).then((none) => none && health.saw('read-only'), end);
  }, lookMs);
  await ended;
  clearInterval(look);
  forget();
}

/** Listens on a connection of its own, past any pooler, and on another one when it breaks. */
export function listen(listener: Listener): Running {
  const abort = new AbortController();
  let socket = new Socket();
  const loop = async (): Promise<void> => {
    while (!abort.signal.aborted) {
      const own = new Socket();
      socket = own;
      const client = new pg.Client({
        connectionString: directUrl(),
        stream: () => own,
        connectionTimeoutMillis: 5_000,
        query_timeout: lookMs,
        application_name: 'standby listen',
      });
      await listenOnce(client, listener).catch((error) => {
        // Who stops ends the connection by themselves.
        if (!abort.signal.aborted) databaseHealth().saw(troubleOf(error) ?? 'away');
        return client.end().catch(() => {});
      });
      await pause(restMs, abort.signal);
      await untilReadable(abort.signal);
    }
  };
  const done = loop();
  return {
    stop: async () => {
      abort.abort();
      // Without a goodbye, which a server that hangs would never take.
      socket.destroy();
      await done;
    },
  };
}
