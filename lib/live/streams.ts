import { type LiveClient, liveHub } from './hub';
import type { Audience } from './topics';

/** What one client may leave unread of a stream, in bytes. */
export const unreadLimit = 256 * 1024;

/** Where the bytes of one stream go. */
export interface LiveSink {
  /** Answers false when the client has left too much unread; it comes back and reads on from its Last-Event-ID. */
  send: (bytes: Buffer) => boolean;
  close: () => void;
  onClose: (listener: () => void) => void;
  isClosed: () => boolean;
}

export const liveHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

/** Part of a stream that several audiences share: its data begin with a line that says which one is meant. */
export function partOf(sink: LiveSink, part: number): LiveSink {
  const line = Buffer.from(`data: ${part}\n`);
  return { ...sink, send: (bytes) => sink.send(Buffer.concat([line, bytes])) };
}

/** Tells a browser that it may not hear this part, or no more. */
export function refusePart(sink: LiveSink, part: number): void {
  partOf(sink, part).send(Buffer.from('event: refused\n\n'));
}

/** The id that a reconnecting browser read last; null for a first connection or nonsense. */
function lastEventIdOf(value: string | null | undefined): bigint | null {
  return value && /^\d{1,18}$/.test(value) ? BigInt(value) : null;
}

/**
 * Streams hints from `lastEventId` on, until either side closes, to all parts of one stream.
 * @param isShared whether it is that of a browser, for whatever its pages show
 */
export async function streamHints(
  parts: readonly { sink: LiveSink; audience: Audience }[],
  lastEventId: string | null,
  isShared = false,
): Promise<void> {
  const clients = parts.map(
    ({ sink: { send, close }, audience }): LiveClient => ({ audience, isShared, send, close }),
  );
  const leave = (): void => {
    for (const client of clients) liveHub().remove(client);
  };
  const [first] = parts;
  first?.sink.onClose(leave);
  await liveHub().add(clients, lastEventIdOf(lastEventId));
  // It may have closed before it was added.
  if (first?.sink.isClosed()) leave();
}
