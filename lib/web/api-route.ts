import type { IncomingMessage, ServerResponse } from 'node:http';
import { apiContentSecurityPolicy, safetyHeaders } from '@/lib/auth/page-headers';
import { fileReportOverHttp } from '@/lib/http/file-report';
import { addFastRoute, type RequestFacts } from './fast-routes';

/** A body that is announced as longer is not read: the route refuses it by its length. In bytes. */
const mostRead = 1_000_000;

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer> | null> {
  if (Number(request.headers['content-length'] ?? 0) > mostRead) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

/** What Next's proxy adds to the answers of the API, which this one does not pass through. */
function standing({ proto, requestId }: RequestFacts): Record<string, string> {
  return {
    ...safetyHeaders({ secure: proto === 'https' }),
    'Content-Security-Policy': apiContentSecurityPolicy,
    'X-Request-Id': requestId,
  };
}

type Answer = (request: Request) => Promise<Response>;

function handler(answer: Answer) {
  return async (incoming: IncomingMessage, outgoing: ServerResponse, facts: RequestFacts): Promise<void> => {
    const body = await bodyOf(incoming);
    const address = `http://standby.invalid${facts.path}${facts.query && `?${facts.query}`}`;
    const given = { method: incoming.method ?? 'POST', headers: headersOf(incoming), body };
    const response = await answer(new Request(address, given));
    const bytes = Buffer.from(await response.arrayBuffer());
    outgoing.writeHead(response.status, {
      ...standing(facts),
      ...Object.fromEntries(response.headers),
      'content-length': bytes.byteLength,
    });
    outgoing.end(bytes);
  };
}

/**
 * Reports come by the hundred when something breaks, and right after a restart: they are taken without Next, by the
 * function that its route calls too.
 */
export function addReportRoute(): void {
  addFastRoute({
    name: 'report',
    match: (path, method) => method === 'POST' && path === '/api/v1/reports',
    handle: handler(fileReportOverHttp),
  });
}
