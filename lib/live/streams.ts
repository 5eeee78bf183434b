import type { IncomingMessage, ServerResponse } from 'node:http';
import { type LiveClient, liveHub } from './hub';
import type { Audience } from './topics';

/** A client with this much unread is dropped; it comes back and reads on from its Last-Event-ID. */
const unreadLimit = 256 * 1024;

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

/** The position a reconnecting browser read last; null for a first connection or nonsense. */
export function lastEventIdOf(value: string | null | undefined): bigint | null {
  return value && /^\d{1,18}$/.test(value) ? BigInt(value) : null;
}

/** Streams hints over a bare node response: one buffer is shared by all clients. */
export async function streamToNode(
  req: IncomingMessage,
  res: ServerResponse,
  audience: Audience,
): Promise<void> {
  const client: LiveClient = {
    audience,
    send: (bytes) => {
      if (res.writableLength > unreadLimit || res.destroyed) return false;
      res.write(bytes);
      return true;
    },
    close: () => res.end(),
  };
  res.writeHead(200, headers);
  res.on('close', () => liveHub().remove(client));
  req.socket.setNoDelay(true);
  const given = req.headers['last-event-id'];
  await liveHub().add(client, lastEventIdOf(Array.isArray(given) ? given[0] : given));
}

/** The same over a web stream, for plain `next start`. */
export function streamToWeb(request: Request, audience: Audience): Response {
  let client: LiveClient | null = null;
  const body = new ReadableStream<Uint8Array>(
    {
      start: async (controller) => {
        const opened: LiveClient = {
          audience,
          send: (bytes) => {
            if ((controller.desiredSize ?? 0) < -unreadLimit) return false;
            controller.enqueue(bytes);
            return true;
          },
          close: () => {
            liveHub().remove(opened);
            try {
              controller.close();
            } catch {
              // The browser was faster: the stream is closed already.
            }
          },
        };
        client = opened;
        request.signal.addEventListener('abort', opened.close);
        await liveHub().add(opened, lastEventIdOf(request.headers.get('last-event-id')));
      },
      cancel: () => {
        if (client) liveHub().remove(client);
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
  );
  return new Response(body, { headers });
}
