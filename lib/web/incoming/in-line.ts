import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { limit } from '@/lib/platform/limits/limit';

const mostBehind = limit({
  name: 'requests:pipelined',
  counts: 'requests on a connection that came before the one ahead of them was answered',
  most: 8,
  beyond: 'the connection is closed',
}).most;

/** What waits behind the request that is worked on. */
const lines = new WeakMap<Socket, (() => void)[]>();

/**
 * Works on one request of a connection at a time. Their answers go out in their order anyway, so what is answered sooner
 * would lie in memory, behind a stream for ever.
 */
export function inLine(request: IncomingMessage, response: ServerResponse, work: () => void): void {
  const { socket } = request;
  const line = lines.get(socket);
  if (line && line.length >= mostBehind) {
    socket.destroy();
    return;
  }
  response.once('close', () => {
    const next = lines.get(socket)?.shift();
    if (next) next();
    else lines.delete(socket);
  });
  if (line) line.push(work);
  else {
    lines.set(socket, []);
    work();
  }
}
