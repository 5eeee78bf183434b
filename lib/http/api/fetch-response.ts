import { type LiveSink, unreadLimit } from '@/lib/live/streams';
import type { ApiAnswer } from './request';

/** A stream that stays open, for plain `next start`: our own server writes to the connection itself. */
function webStream(open: (sink: LiveSink) => Promise<void>): ReadableStream<Uint8Array> {
  const listeners: (() => void)[] = [];
  let isClosed = false;
  const end = (): void => {
    isClosed = true;
    for (const listener of listeners) listener();
  };
  return new ReadableStream<Uint8Array>(
    {
      start: async (controller) => {
        await open({
          send: (bytes) => {
            if ((controller.desiredSize ?? 0) < -unreadLimit) return false;
            controller.enqueue(bytes);
            return true;
          },
          close: () => {
            end();
            try {
              controller.close();
            } catch {
              // The browser was faster: the stream is closed already.
            }
          },
          onClose: (listener) => void listeners.push(listener),
          isClosed: () => isClosed,
        });
      },
      cancel: end,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
  );
}

/** An answer as Next wants it. */
export function fetchResponse({ status, headers, body }: ApiAnswer): Response {
  const given = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const one of [value].flat()) given.append(name, one);
  }
  return new Response(typeof body === 'function' ? webStream(body) : body, { status, headers: given });
}
