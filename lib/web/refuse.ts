import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

const titles: Record<number, string> = {
  400: 'Bad request',
  408: 'The request took too long',
  411: 'Length required',
  413: 'Too large',
  431: 'The headers are too large',
  500: 'Something went wrong',
  503: 'Not ready',
};

/** A refusal of the server itself, as RFC 9457 problem details, like those of every route. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  detail: string,
): void {
  const body = JSON.stringify({ type: 'about:blank', title: titles[status], status, detail });
  response.writeHead(status, {
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(status === 503 ? { 'Retry-After': '3' } : {}),
    // What is left of a body nobody reads must not be taken for the next request.
    Connection: 'close',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Node could not read a request at all: there is only the socket to answer on. */
export function refuseOnSocket(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status =
    error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  socket.end(`HTTP/1.1 ${status} ${titles[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
