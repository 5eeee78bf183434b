import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { apiContentSecurityPolicy } from '@/lib/auth/pages/security-headers';
import type { Problem } from '@/lib/http/rules/problem';

const titles: Record<number, Problem['title']> = {
  403: 'forbidden',
  405: 'not_allowed',
  413: 'too_large',
  431: 'too_large',
  500: 'internal',
  503: 'unavailable',
};

function problemOf(status: number, detail: string): Problem {
  const title = titles[status] ?? 'invalid';
  return {
    type: `urn:standby:${title}`,
    title,
    status,
    detail,
    ...(status === 503 ? { retryAfter: 3 } : {}),
  };
}

/** A refusal of the server itself: the problem document that every route answers with. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  detail: string,
): void {
  const problem = problemOf(status, detail);
  const body = JSON.stringify(problem);
  response.writeHead(status, {
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'Content-Security-Policy': apiContentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    ...(problem.retryAfter ? { 'Retry-After': String(problem.retryAfter) } : {}),
    // What is left of a body nobody reads must not be taken for the next request.
    Connection: 'close',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** What Node could not read at all, by its code. */
const unreadable: Record<string, [status: number, detail: string]> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers are too large. Send fewer cookies, or a shorter address.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive. Send it again.'],
};

/** Node could not read a request at all: there is only the socket to answer on. */
export function refuseOnSocket(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, detail] = unreadable[error.code ?? ''] ?? [400, 'This is not a readable HTTP request.'];
  const body = JSON.stringify(problemOf(status, detail));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/problem+json',
    `Content-Security-Policy: ${apiContentSecurityPolicy}`,
    'X-Content-Type-Options: nosniff',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
