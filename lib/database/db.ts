import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import { DatabaseHealth } from '@/lib/database/health/health';
import { turns } from '@/lib/platform/limits/turns';
import { inTests } from '@/lib/platform/process/in-tests';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { type Prisma, PrismaClient } from '@/prisma/generated/client';
import { lookAt, openPool } from './connections';
import { PrismaInTurn } from './prisma-in-turn';

export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;

interface Connection {
  url: string;
  health: DatabaseHealth;
  pool: pg.Pool;
  client: PrismaClient;
  /** Transactions take turns, so that there are always connections left for those who only read. */
  turn: ReturnType<typeof turns>;
}

/** How long somebody waits for a turn or a connection, in milliseconds. */
const maxWaitMs = 5_000;

function connect(url: string): Connection {
  const size = Number(process.env.STANDBY_POOL ?? 16);
  const health: DatabaseHealth = new DatabaseHealth((doubts) => lookAt(url, pool, doubts));
  const pool = openPool(
    {
      connectionString: url,
      max: size,
      application_name: `standby ${process.env.STANDBY_PROCESS ?? 'process'}`,
      options: '-c statement_timeout=15000 -c lock_timeout=8000 -c idle_in_transaction_session_timeout=30000',
    },
    health,
  );
  const client = new PrismaClient({
    adapter: new PrismaInTurn(pool, { onPoolError: () => {} }),
    transactionOptions: { maxWait: maxWaitMs, timeout: 10_000 },
  });
  return { url, health, pool, client, turn: turns(Math.ceil(size / 2), maxWaitMs) };
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
  return outside().client;
}

/** Whether what is read there is committed, because it is no transaction of ours. */
export function isCommitted(database: Db | Tx): boolean {
  return database === connection().client;
}

/** The same connections as `db()`, for the few statements that are measured to need them. */
export function pool(): pg.Pool {
  return outside().pool;
}

/** What is known of the database: its state, and what it is to be told. */
export function databaseHealth(): DatabaseHealth {
  return connection().health;
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
  const { client, turn } = outside();
  return await turn(() => client.$transaction(alone, options));
}

/**
 * Work on a connection of its own in the middle of a transaction. Only where no two in a process can wait for each other,
 * and where it does no harm that the work is done and the transaction is not.
 */
export async function besideTransaction<T>(work: () => Promise<T>): Promise<T> {
  return await transaction.run(false, work);
}

function outside(): Connection {
  if (inTests && transaction.getStore())
    throw new Error('A transaction has one connection: use its tx for everything.');
  return connection();
}

/** The address for LISTEN, which needs a direct connection when a pooler stands in front. */
export function directUrl(): string {
  return process.env.DATABASE_DIRECT_URL ?? connection().url;
}

export async function closeDatabase(): Promise<void> {
  const current = connection.forget();
  if (!current) return;
  current.health.stop();
  await current.client.$disconnect();
  await current.pool.end();
}
