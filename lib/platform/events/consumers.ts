import { isInTrouble } from '@/lib/database/database-errors';
import { db, inTransaction, type Tx } from '@/lib/database/db';
import { logger } from '@/lib/platform/process/log';
import { patience } from '@/lib/platform/process/patience';
import { pause } from '@/lib/platform/process/pause';
import { type Running, repeat } from '@/lib/platform/process/repeat';
import type { StoredEvent } from './event-type';
import { onPositions } from './position-signal';
import { readEvents } from './read-events';

const batchSize = 100;
const triesPerEvent = 3;
const againMs = 60_000;
/** What was passed over is tried again after 1, 4, 9 … minutes, for about five hours. */
const triesLater = 10;

export interface Consumer {
  /** Names its cursor; never to be changed. */
  name: string;
  /** Handles one event in the transaction that also moves the cursor, so that its effects happen exactly once. */
  handle: (tx: Tx, event: StoredEvent) => Promise<void>;
  /** Runs after a batch was committed, for effects that need no guarantee: starting due work, a hint. */
  afterBatch?: (events: StoredEvent[]) => Promise<void>;
  /** A new consumer begins at the end of the log instead of its start. */
  fromNow?: boolean;
}

/**
 * Reads on from the cursor until nothing is left. The cursor row is locked for the batch, so that one process at a
 * time works for a consumer, and another goes on at once when it dies.
 */
export async function consume(consumer: Consumer): Promise<number> {
  let total = 0;
  for (;;) {
    const events = await consumeBatch(consumer);
    if (!events) return total;
    if (consumer.afterBatch) await consumer.afterBatch(events);
    total += events.length;
  }
}

/** @returns null when nothing is left */
async function consumeBatch(consumer: Consumer): Promise<StoredEvent[] | null> {
  await ensureCursor(consumer);
  const { events, failed } = await attempt((tx, begin) => handleFrom(tx, consumer, batchSize, begin));
  if (events) return events.length > 0 ? events : null;
  logger().warn({ err: failed, consumer: consumer.name }, 'consumer: a batch failed, going one by one');
  return await handleOne(consumer);
}

type Attempt = { events: StoredEvent[]; failed?: never } | { events: null; failed: unknown };

/**
 * Handles events in one transaction.
 * @returns those that were handled, or why they cannot be
 * @throws what is of no event: none was begun with, or the database is in trouble
 */
async function attempt(work: (tx: Tx, begin: () => void) => Promise<StoredEvent[]>): Promise<Attempt> {
  let begun = false;
  const begin = () => {
    begun = true;
  };
  try {
    return { events: await inTransaction((tx) => work(tx, begin), { timeout: 30_000 }) };
  } catch (error) {
    if (!begun || (await isInTrouble(error))) throw error;
    return { events: null, failed: error };
  }
}

async function ensureCursor(consumer: Consumer): Promise<void> {
  await db().$executeRaw`
    insert into consumer_cursor (name, position, updated_at)
    select ${consumer.name}, case when ${consumer.fromNow ?? false} then coalesce(max(position), 0) else 0 end, now()
    from event_position
    on conflict (name) do nothing`;
}

async function lockedPosition(tx: Tx, name: string): Promise<bigint | null> {
  const [row] = await tx.$queryRaw<{ position: bigint }[]>`
    select position from consumer_cursor where name = ${name} for update skip locked`;
  return row ? BigInt(row.position) : null;
}

async function eventsAfter(tx: Tx, position: bigint, limit: number): Promise<StoredEvent[]> {
  const reader = {
    query: async (text: string, values: unknown[]) => ({ rows: await tx.$queryRawUnsafe(text, ...values) }),
  };
  return await readEvents(position, limit, reader as unknown as Parameters<typeof readEvents>[2]);
}

async function handleFrom(
  tx: Tx,
  consumer: Consumer,
  limit: number,
  begin: () => void,
): Promise<StoredEvent[]> {
  const position = await lockedPosition(tx, consumer.name);
  if (position === null) return [];
  begin();
  const events = await eventsAfter(tx, position, limit);
  for (const event of events) await consumer.handle(tx, event);
  const last = events.at(-1)?.position;
  if (last) await moveCursor(tx, consumer.name, last);
  return events;
}

async function moveCursor(tx: Tx, name: string, position: bigint): Promise<void> {
  await tx.$executeRaw`
    update consumer_cursor set position = ${position}, updated_at = now() where name = ${name}`;
}

/** One event alone. After its last try it is kept in `consumer_failure` and passed, so that the others go on. */
async function handleOne(consumer: Consumer): Promise<StoredEvent[]> {
  let last: unknown;
  for (let tried = 1; tried <= triesPerEvent; tried += 1) {
    const { events, failed } = await attempt((tx, begin) => handleFrom(tx, consumer, 1, begin));
    if (events) return events;
    last = failed;
    await pause(patience().nextTry * tried);
  }
  return await inTransaction(async (tx) => {
    const position = await lockedPosition(tx, consumer.name);
    if (position === null) return [];
    // By its position alone: it may be one that cannot even be read.
    const [next] = await tx.$queryRaw<{ position: bigint }[]>`
      select position from event_position where position > ${position} order by position limit 1`;
    if (!next) return [];
    await noteFailure(tx, consumer.name, next.position, last);
    await moveCursor(tx, consumer.name, next.position);
    return [];
  });
}

async function noteFailure(tx: Tx, consumer: string, position: bigint, failed: unknown): Promise<void> {
  const error = failed instanceof Error ? failed.message : String(failed);
  logger().error({ err: failed, consumer, position: position.toString() }, 'consumer: passed over');
  await tx.consumerFailure.upsert({
    where: { consumer_position: { consumer, position } },
    create: { consumer, position, error, failedAt: new Date() },
    update: { error, attempts: { increment: 1 }, failedAt: new Date() },
  });
}

/** Handles what was passed over once more: what failed it may be gone, such as a lock of somebody else. */
export async function handleAgain(consumer: Consumer): Promise<void> {
  const due = await db().$queryRaw<{ position: bigint }[]>`
    select position from consumer_failure where consumer = ${consumer.name} and attempts < ${triesLater}
      and failed_at < now() - attempts * attempts * interval '1 minute' order by position`;
  for (const { position } of due) {
    const { events, failed } = await attempt(async (tx, begin) => {
      const { count } = await tx.consumerFailure.deleteMany({ where: { consumer: consumer.name, position } });
      begin();
      const [event] = count > 0 ? await eventsAfter(tx, position - 1n, 1) : [];
      if (event) await consumer.handle(tx, event);
      return event ? [event] : [];
    });
    if (events) await consumer.afterBatch?.(events);
    else await inTransaction((tx) => noteFailure(tx, consumer.name, position, failed));
  }
}

/** Runs consumers whenever positions are given out, each by itself, until stopped. */
export function startConsumers(consumers: Consumer[]): Running {
  const runners = consumers.map((consumer) => runner(() => consume(consumer), consumer.name));
  const signal = onPositions(() => {
    for (const run of runners) run.wake();
  });
  const again = repeat(
    async () => {
      for (const consumer of consumers) await handleAgain(consumer);
    },
    { everyMs: againMs, failed: 'consumers: what was passed over is tried again later' },
  );
  return {
    stop: async () => {
      await Promise.all([signal.stop(), again.stop()]);
      await Promise.all(runners.map((run) => run.idle()));
    },
  };
}

/** Runs a task again and again on demand, never twice at once, and never misses a wake that came while it ran. */
export function runner(task: () => Promise<unknown>, name: string) {
  let running: Promise<void> | null = null;
  let again = false;
  const wake = (): void => {
    again = true;
    if (running) return;
    running = (async () => {
      while (again) {
        again = false;
        await task().catch((error) => logger().warn({ err: error, name }, 'waiting for the next wake'));
      }
      running = null;
    })();
  };
  return { wake, idle: async () => void (await running) };
}
