import { AsyncLocalStorage } from 'node:async_hooks';
import { Socket } from 'node:net';
import pg from 'pg';
import { inTests } from '@/lib/platform/process/in-tests';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { type Prisma, PrismaClient } from '@/prisma/generated/client';
import { PrismaInTurn } from './prisma-in-turn';

export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;

interface Connection {
  url: string;
  pool: pg.Pool;
  client: PrismaClient;
}

/**
 * After this many milliseconds without a byte on a connection in use it is given up: the server, or the way to it,
 * hangs, and a request must not hang with it. The worker has more time, as its statements may take longer.
 */
const silentMs = process.env.STANDBY_PROCESS === 'web' ? 9_000 : 30_000;

/** Shorter, so that connections at rest are closed in good order before they count as silent. */
const restMs = 5_000;

function watchedSocket(): Socket {
  const socket = new Socket();
  socket.setTimeout(silentMs, () => socket.destroy());
  return socket;
}

function connect(url: string): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    stream: watchedSocket,
    max: Number(process.env.STANDBY_POOL ?? 16),
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: restMs,
    application_name: `standby ${process.env.STANDBY_PROCESS ?? 'process'}`,
    options: '-c statement_timeout=15000 -c lock_timeout=8000 -c idle_in_transaction_session_timeout=30000',
  });
  // An idle connection that the server ends is dropped by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // The same for one that is taken out and waits between two statements; the next statement meets the error.
  pool.on('connect', (connected) => connected.on('error', () => {}));
  const client = new PrismaClient({
    adapter: new PrismaInTurn(pool, { onPoolError: () => {} }),
    transactionOptions: { maxWait: 5_000, timeout: 10_000 },
  });
  return { url, pool, client };
}

const connection = oncePerProcess('database', () => {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set: start Standby with `npm start`, or name a PostgreSQL.');
  return connect(url);
});

/** Points the process at a database; to be called before the first use, and by tests. */
export function connectDatabase(url: string): void {
  const before = connection.forget();
  connection.put(before?.url === url ? before : connect(url));
}

export function db(): PrismaClient {
  assertOutside();
  return connection().client;
}

/** Whether what is read there is committed, because it is no transaction of ours. */
export function isCommitted(database: Db | Tx): boolean {
  return database === connection().client;
}

/** The same connections as `db()`, for the few statements that are measured to need them. */
export function pool(): pg.Pool {
  assertOutside();
  return connection().pool;
}

const transaction = new AsyncLocalStorage<boolean>();

/**
 * Runs some work in a transaction. It may use no other connection than `tx`: callers who hold one each, and wait for a
 * second, would wait for each other. In tests asking for one is an error.
 */
export async function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  options: { timeout?: number } = {},
): Promise<T> {
  const alone = (tx: Tx): Promise<T> => (inTests ? transaction.run(true, () => work(tx)) : work(tx));
  return await db().$transaction(alone, options);
}

/**
 * Work on a connection of its own in the middle of a transaction. Only where no two in a process can wait for each other,
 * and where it does no harm that the work is done and the transaction is not.
 */
export async function besideTransaction<T>(work: () => Promise<T>): Promise<T> {
  return await transaction.run(false, work);
}

function assertOutside(): void {
  if (inTests && transaction.getStore())
    throw new Error('A transaction has one connection: use its tx for everything.');
}

/** The address for LISTEN, which needs a direct connection when a pooler stands in front. */
export function directUrl(): string {
  return process.env.DATABASE_DIRECT_URL ?? connection().url;
}

export async function closeDatabase(): Promise<void> {
  const current = connection.forget();
  if (!current) return;
  await current.client.$disconnect();
  await current.pool.end();
}
