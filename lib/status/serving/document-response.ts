import { archivedDocument } from '@/lib/status/documents/archive';
import { ensureDocuments } from '@/lib/status/documents/loader';
import { serve } from './serve';

/**
 * The Next route of every document: the same lookup as in the fast lane, for `next dev` and plain `next start`.
 * It answers HEAD and OPTIONS too.
 */
export async function documentResponse(request: Request): Promise<Response> {
  await ensureDocuments();
  const url = new URL(request.url);
  // Next compresses every answer itself, also one that is compressed already.
  const { 'accept-encoding': _, ...asked } = Object.fromEntries(request.headers);
  const { status, headers, body } = await serve(
    {
      method: request.method,
      path: url.pathname,
      query: url.search.slice(1),
      headers: asked,
    },
    archivedDocument,
  );
  const pairs: [string, string][] = [];
  for (let index = 0; index < headers.length; index += 2) {
    pairs.push([headers[index] as string, headers[index + 1] as string]);
  }
  return new Response(body ? new Uint8Array(body) : null, { status, headers: pairs });
}
