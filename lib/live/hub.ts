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
  send: (bytes: Buffer) => boolean;
  close: () => void;
}

const pageSize = 500;
/** A client that was away for longer refetches everything instead of reading the hints it missed. */
const replayLimit = 1_000;

function hint(position: bigint, topics: Iterable<string>): Buffer {
  return Buffer.from(`id: ${position}\nevent: hint\ndata: ${JSON.stringify({ topics: [...topics] })}\n\n`);
}

/** Tells a client to refetch everything: it cannot be told what it missed. */
function reset(position: bigint): Buffer {
  return Buffer.from(`id: ${position}\nevent: reset\ndata: {}\n\n`);
}

/**
 * Reads every new position once per process, encodes its hint once, and writes the same bytes to every client that
 * may hear it. Hints carry topics and a position, never content: a client refetches through the policy.
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
    const head = await headPosition();
    const isNew = lastEventId === null;
    const isLost = !isNew && (head - lastEventId > BigInt(replayLimit) || lastEventId > head);
    const missed = isNew || isLost ? [] : await readEvents(lastEventId, replayLimit);
    for (const client of clients) {
      for (const [, bytes] of this.hintsFor(client, missed)) client.send(bytes);
      if (isLost) client.send(reset(head));
      else client.send(Buffer.from(`retry: 2000\n${isNew ? `id: ${head}\n` : ''}event: hello\ndata: {}\n\n`));
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

  private hintsFor(client: LiveClient, events: StoredEvent[]): [bigint, Buffer][] {
    const interests =
      client.audience.kind === 'reporter' ? new Set(reporterInterests(client.audience)) : null;
    return events.flatMap((event): [bigint, Buffer][] => {
      const topics = interests
        ? reporterTopics(event).filter((topic) => interests.has(topic))
        : staffTopics(event);
      return topics.length > 0 && event.position ? [[event.position, hint(event.position, topics)]] : [];
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
    if (!event.position) return;
    const bytes = hint(event.position, staffTopics(event));
    for (const client of this.staff) this.deliver(client, bytes);
    for (const topic of reporterTopics(event)) {
      const listeners = this.reporters.get(topic);
      if (!listeners) continue;
      const own = hint(event.position, [topic]);
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
