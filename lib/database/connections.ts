import type { EventEmitter } from 'node:events';
import { Socket } from 'node:net';
import pg from 'pg';
import { isRoomLeft, isSchemaComplete } from '@/lib/database/health/doubts';
import type { DatabaseHealth } from '@/lib/database/health/health';
import { type DatabaseState, markOfDatabase, type Trouble, troubleOf } from '@/lib/database/health/trouble';

/**
 * After this many milliseconds without a byte on a connection in use it is given up: the server, or the way to it,
 * hangs, and a request must not hang with it. The worker has more time, as its statements may take longer.
 */
const silentMs = process.env.STANDBY_PROCESS === 'web' ? 9_000 : 30_000;

/** Shorter, so that connections at rest are closed in good order before they count as silent. */
const restMs = 5_000;

const lookMs = 2_000;

function watchedSocket(): Socket {
  const socket = new Socket();
  socket.setTimeout(silentMs, () => socket.destroy());
  return socket;
}

const connectionOf = (client: pg.ClientBase) =>
  (client as unknown as { connection: EventEmitter }).connection;

/** A client whose errors say where they came from. */
class DatabaseClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    connectionOf(this).on('error', markOfDatabase);
  }
}

/** What the server refuses on a connection is heard before whoever asked: they may try again on a better one. */
function onRefusal(client: pg.ClientBase, hear: (trouble: Trouble) => void): void {
  connectionOf(client).on('errorMessage', (error: unknown) => {
    const trouble = troubleOf(error);
    if (trouble) hear(trouble);
  });
}

/** A pool whose connections tell what they meet, and go when there are better ones. */
export function openPool(config: pg.PoolConfig, health: DatabaseHealth): pg.Pool {
  const pool = new pg.Pool({
    Client: DatabaseClient,
    stream: watchedSocket,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: restMs,
    ...config,
  });
  const generations = new WeakMap<pg.ClientBase, number>();
  const isCurrent = (client: pg.ClientBase) => generations.get(client) === health.generation;
  // An idle connection that the server ends is dropped by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    generations.set(client, health.generation);
    // One that has to go already says nothing new.
    onRefusal(client, (trouble) => isCurrent(client) && health.saw(trouble));
    // The same for one that is taken out and waits between two statements; the next statement meets the error.
    client.on('error', () => {});
  });
  pool.on('release', (_error, client) => {
    if (!isCurrent(client)) void (client as unknown as pg.Client).end();
  });
  health.onRenew(() => {
    // Taken out and given back, they go as those in use do.
    for (let idle = pool.idleCount; idle > 0; idle -= 1) {
      void pool.connect().then(
        (client) => client.release(),
        () => {},
      );
    }
  });
  return pool;
}

/**
 * Looks at the database with a new connection, as the next request would meet it.
 * @param doubts what acts met that a connection alone does not show
 */
export async function lookAt(
  url: string,
  pool: pg.Pool,
  doubts: ReadonlySet<DatabaseState> = new Set(),
): Promise<DatabaseState> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: lookMs,
    query_timeout: lookMs,
    application_name: 'standby look',
  });
  client.on('error', () => {});
  try {
    await client.connect();
    if (await takesNoWrites(client)) return 'read-only';
    if (doubts.has('full') && !(await isRoomLeft(client))) return 'full';
    if (doubts.has('outdated') && !(await isSchemaComplete(client))) return 'outdated';
    return pool.waitingCount > 0 ? 'used up' : 'well';
  } catch (error) {
    return troubleOf(error) ?? 'away';
  } finally {
    client.end().catch(() => {});
  }
}

/** True on a standby as well, and where the server's own settings refuse writes. */
export async function takesNoWrites(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ transaction_read_only: string }>('show transaction_read_only');
  return rows[0]?.transaction_read_only === 'on';
}
