import type { IncomingMessage, ServerResponse } from 'node:http';
import { siteOf } from '@/lib/auth/address-block';
import { transportSecurity } from '@/lib/auth/pages/security-headers';
import { isDocumentPath } from '@/lib/status/rules/paths';
import { type Archive, type Served, serve, serveFromMemory } from '@/lib/status/serving/serve';
import type { FastRoute, RequestFacts } from './fast-routes';

/** The archive needs the database and the renderer, which are loaded when the first old address is asked for. */
function archiveFor({ client, address }: RequestFacts): Archive {
  const asking = client ?? address;
  return async (path) => {
    const { archivedDocument } = await import('@/lib/status/documents/archive');
    return await archivedDocument(path, { addressBlock: siteOf(asking) ?? asking });
  };
}

function write(response: ServerResponse, served: Served, { requestId, proto }: RequestFacts): void {
  const headers = [...served.headers, 'X-Request-Id', requestId];
  if (proto === 'https') headers.push(...transportSecurity);
  response.writeHead(served.status, headers);
  response.end(served.body ?? undefined);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  facts: RequestFacts,
): Promise<void> {
  const { path, query } = facts;
  const asked = { method: request.method ?? 'GET', path, query, headers: request.headers };
  const known = serveFromMemory(asked);
  write(response, known ?? (await serve(asked, archiveFor(facts))), facts);
}

/** Finished buffers out of memory: up before Next is, and without the database. */
export const documentRoute: FastRoute = {
  name: 'documents',
  bare: true,
  match: isDocumentPath,
  handle: answer,
};
