import { pool } from '@/lib/database/db';
import { runner } from '@/lib/platform/events/consumers';
import type { StoredEvent } from '@/lib/platform/events/event-type';
import { onPositions } from '@/lib/platform/events/position-signal';
import { headPosition, readEvents } from '@/lib/platform/events/read-events';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import type { Running } from '@/lib/platform/process/repeat';
import { type Audience, reporterInterests, reporterTopics, staffTopics } from './topics';

/** One stream to one browser. `send` answers false when the client has fallen too far behind. */
export interface LiveClient {
  audience: Audience;
  /** Of a stream that may hold private links beside a member. A reporter's is always one. */
  isShared?: boolean;
  send: (bytes: Buffer) => boolean;
  close: () => void;
}

const pageSize = 500;
/** A client that was away for longer refetches everything instead of reading the hints it missed. */
const replayLimit = 1_000;
/** An event may get its position so much later than it was recorded. Milliseconds. */
const latestMs = 120_000;

/**
 * What an id says: a position of the log, or, where strangers listen, a time. Positions count what happens to everybody,
 * so they would tell a stranger how much that is.
 */
const saysTime = ({ audience, isShared }: LiveClient): boolean => isShared || audience.kind === 'reporter';

function idOf({ position, recordedAt }: StoredEvent, asTime: boolean): bigint {
  return asTime ? BigInt(recordedAt.getTime()) : (position ?? 0n);
}

function hint(id: bigint, topics: Iterable<string>): Buffer {
  return Buffer.from(`id: ${id}\nevent: hint\ndata: ${JSON.stringify({ topics: [...topics] })}\n\n`);
}

/** Tells a client to refetch everything: it cannot be told what it missed. */
function reset(id: bigint): Buffer {
  return Buffer.from(`id: ${id}\nevent: reset\ndata: {}\n\n`);
}

/** The end of the log, and the clock by which its events are recorded. */
async function headOfLog(): Promise<{ head: bigint; now: bigint }> {
  const { rows } = await pool().query<{ head: string; now: Date }>(
    'select coalesce(max(position), 0) as head, now() as now from event_position',
  );
  return { head: BigInt(rows[0]?.head ?? 0), now: BigInt(rows[0]?.now.getTime() ?? 0) };
}

/** A position before everything that was recorded since; null when that is too long ago. */
async function positionBefore(time: bigint, head: bigint): Promise<bigint | null> {
  const oldest = head - BigInt(replayLimit);
  const { rows } = await pool().query<{ position: string }>(
    `select p.position from event_position p join event e on e.id = p.event_id
     where p.position > $1 and e.recorded_at < to_timestamp(($2::numeric - $3) / 1000)
     order by p.position desc limit 1`,
    [oldest.toString(), time.toString(), latestMs],
  );
  const found = rows[0]?.position;
  if (found !== undefined) return BigInt(found);
  return oldest > 0n ? null : 0n;
}

/**
 * Reads every new position once per process, encodes its hint once, and writes the same bytes to every client that
 * may hear it. Hints carry topics and an id to go on from, never content: a client refetches through the policy.
 */
export class LiveHub {
  private readonly staff = new Set<LiveClient>();
  private readonly reporters = new Map<string, Set<LiveClient>>();
  private position: bigint | null = null;
  private signal: Running | null = null;
  private readonly reading = runner(() => this.readOn(), 'live hub');

  /** How many streams are open. */
  get size(): number {
    const reporters = new Set([...this.reporters.values()].flatMap((set) => [...set]));
    return this.staff.size + reporters.size;
  }

  /** The streams by what lets their clients in: a session, or a private link. */
  entries(): { sessions: Map<string, LiveClient[]>; links: Map<string, LiveClient[]> } {
    const sessions = new Map<string, LiveClient[]>();
    const links = new Map<string, LiveClient[]>();
    for (const client of this.everyone()) {
      const { audience } = client;
      const [by, id] = audience.kind === 'staff' ? [sessions, audience.sessionId] : [links, audience.tokenId];
      const of = by.get(id);
      if (of) of.push(client);
      else by.set(id, [client]);
    }
    return { sessions, links };
  }

  /** The starting position is known before the first client is added, so that nothing falls between the two. */
  async start(): Promise<void> {
    this.position ??= await headPosition();
    this.signal ??= onPositions(() => this.reading.wake());
  }

  async stop(): Promise<void> {
    for (const client of this.everyone()) client.close();
    this.staff.clear();
    this.reporters.clear();
    await this.signal?.stop();
    this.signal = null;
    await this.reading.idle();
  }

  /** Adds clients of one stream and tells each what it missed since `lastEventId`, before anything newer. */
  async add(clients: readonly LiveClient[], lastEventId: bigint | null): Promise<void> {
    if (clients.length === 0) return;
    await this.start();
    for (const client of clients) this.register(client);
    const { head, now } = await headOfLog();
    const asTime = clients.some(saysTime);
    const isNew = lastEventId === null;
    const since = isNew || !asTime ? lastEventId : await positionBefore(lastEventId, head);
    const isLost = !isNew && (since === null || head - since > BigInt(replayLimit) || since > head);
    const missed = since === null || isLost ? [] : await readEvents(since, replayLimit);
    const id = asTime ? now : head;
    for (const client of clients) {
      for (const bytes of this.hintsFor(client, missed)) client.send(bytes);
      if (isLost) client.send(reset(id));
      else client.send(Buffer.from(`retry: 2000\n${isNew ? `id: ${id}\n` : ''}event: hello\ndata: {}\n\n`));
    }
  }

  remove(client: LiveClient): void {
    if (client.audience.kind === 'staff') {
      this.staff.delete(client);
      return;
    }
    for (const topic of reporterInterests(client.audience)) {
      const set = this.reporters.get(topic);
      set?.delete(client);
      if (set?.size === 0) this.reporters.delete(topic);
    }
  }

  /** A comment line now and then keeps proxies from closing a quiet stream. */
  beat(): void {
    const bytes = Buffer.from(': still here\n\n');
    for (const client of this.everyone()) this.deliver(client, bytes);
  }

  private register(client: LiveClient): void {
    if (client.audience.kind === 'staff') {
      this.staff.add(client);
      return;
    }
    for (const topic of reporterInterests(client.audience)) {
      const set = this.reporters.get(topic) ?? new Set();
      this.reporters.set(topic, set.add(client));
    }
  }

  private everyone(): Set<LiveClient> {
    return new Set([...this.staff, ...[...this.reporters.values()].flatMap((set) => [...set])]);
  }

  private hintsFor(client: LiveClient, events: StoredEvent[]): Buffer[] {
    const interests =
      client.audience.kind === 'reporter' ? new Set(reporterInterests(client.audience)) : null;
    return events.flatMap((event): Buffer[] => {
      const topics = interests
        ? reporterTopics(event).filter((topic) => interests.has(topic))
        : staffTopics(event);
      return topics.length > 0 ? [hint(idOf(event, saysTime(client)), topics)] : [];
    });
  }

  private async readOn(): Promise<void> {
    if (this.position === null) return;
    for (;;) {
      const events = await readEvents(this.position, pageSize);
      for (const event of events) this.broadcast(event);
      this.position = events.at(-1)?.position ?? this.position;
      if (events.length < pageSize) return;
    }
  }

  private broadcast(event: StoredEvent): void {
    const topics = staffTopics(event);
    const [byPosition, byTime] = [false, true].map((asTime) => hint(idOf(event, asTime), topics)) as [
      Buffer,
      Buffer,
    ];
    for (const client of this.staff) this.deliver(client, saysTime(client) ? byTime : byPosition);
    for (const topic of reporterTopics(event)) {
      const listeners = this.reporters.get(topic);
      if (!listeners) continue;
      const own = hint(idOf(event, true), [topic]);
      for (const client of listeners) this.deliver(client, own);
    }
  }

  private deliver(client: LiveClient, bytes: Buffer): void {
    if (client.send(bytes)) return;
    this.remove(client);
    client.close();
  }
}

/** The one hub of this process, shared by the fast lane and the routes that Next bundles. */
export const liveHub = oncePerProcess('live hub', () => new LiveHub());
