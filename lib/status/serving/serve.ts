import { isAppError } from '@/lib/platform/errors';
import { currentDocuments, type StoredDocument } from '@/lib/status/documents/store';
import { archivedPath, assetPaths, missingPath } from '@/lib/status/rules/paths';
import { documentPolicy, filePolicy } from './content-security-policy';
import { chooseEncoding, type Encoding, holdsSame } from './negotiate';
import { awayPage, notReadyPage, refusedPage } from './plain-pages';
import { isHtml, isStale, staleVariant } from './stale';

export interface Served {
  status: number;
  /** Name, value, name, value …: the form that `writeHead` takes without copying. */
  headers: readonly string[];
  body: Buffer | null;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const liveCache = 'public, max-age=10, s-maxage=10, stale-while-revalidate=60, stale-if-error=86400';
const pinnedCache = 'public, max-age=31536000, immutable';
const fontCache = 'public, max-age=604800';

const safety = [
  'X-Content-Type-Options',
  'nosniff',
  'Referrer-Policy',
  'same-origin',
  'Cross-Origin-Resource-Policy',
  'cross-origin',
];

function isAsset(path: string): boolean {
  return path === assetPaths.css || path === assetPaths.script || path === assetPaths.font;
}

/** Pinned: asked for with the hash that the page names, so the address never gets other bytes. */
function cacheFor(document: StoredDocument, pinned: boolean): string {
  if (document.path === assetPaths.font) return fontCache;
  return pinned && isAsset(document.path) ? pinnedCache : liveCache;
}

function headersFor(document: StoredDocument, encoding: Encoding, tag: string, pinned: boolean): string[] {
  const asset = isAsset(document.path);
  const headers = [
    'Content-Type',
    document.contentType,
    'ETag',
    tag,
    'Cache-Control',
    cacheFor(document, pinned),
    'Vary',
    'Accept-Encoding',
    ...safety,
  ];
  if (encoding !== 'identity') headers.push('Content-Encoding', encoding);
  headers.push('Content-Security-Policy', isHtml(document) ? documentPolicy : filePolicy);
  if (!isHtml(document) && !asset) headers.push('Access-Control-Allow-Origin', '*');
  return headers;
}

interface Prepared {
  tag: string;
  ok: Served;
  head: Served;
  same: Served;
}

type PreparedKey = Encoding | `${Encoding} pinned`;

const preparedByDocument = new WeakMap<StoredDocument, Partial<Record<PreparedKey, Prepared>>>();

function bytesOf(document: StoredDocument, encoding: Encoding): Buffer {
  if (encoding === 'br' && document.br) return document.br;
  if (encoding === 'gzip' && document.gzip) return document.gzip;
  return document.identity;
}

function prepare(document: StoredDocument, encoding: Encoding, pinned: boolean): Prepared {
  const key: PreparedKey = pinned ? `${encoding} pinned` : encoding;
  const known = preparedByDocument.get(document) ?? {};
  const ready = known[key];
  if (ready) return ready;
  const body = bytesOf(document, encoding);
  const tag = `"${document.hash}${encoding === 'identity' ? '' : `.${encoding}`}"`;
  const headers = headersFor(document, encoding, tag, pinned);
  const full = [...headers, 'Content-Length', String(body.length)];
  const status = document.path === missingPath ? 404 : 200;
  const made: Prepared = {
    tag,
    ok: { status, headers: full, body },
    head: { status, headers: full, body: null },
    same: { status: 304, headers, body: null },
  };
  known[key] = made;
  preparedByDocument.set(document, known);
  return made;
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}

/** Answers a request from one document: conditional requests, HEAD, encodings and age are settled here. */
function serveDocument(
  document: StoredDocument,
  method: string,
  headers: Headers,
  { stale = false, query = '' } = {},
): Served {
  const shown = stale && isHtml(document) ? staleVariant(document) : document;
  const pinned = query === `v=${document.hash.slice(0, 12)}`;
  const prepared = prepare(shown, chooseEncoding(first(headers['accept-encoding']), shown), pinned);
  if (document.path !== missingPath && holdsSame(first(headers['if-none-match']), shown.hash))
    return prepared.same;
  return method === 'HEAD' ? prepared.head : prepared.ok;
}

/** Everything but GET and HEAD. OPTIONS is answered for the scripts of other sites that read the JSON. */
function serveOtherMethod(method: string): Served {
  const allow = ['Allow', 'GET, HEAD, OPTIONS', 'Content-Length', '0'];
  if (method !== 'OPTIONS') return { status: 405, headers: allow, body: null };
  const cors = [
    'Access-Control-Allow-Origin',
    '*',
    'Access-Control-Allow-Methods',
    'GET, HEAD, OPTIONS',
    'Access-Control-Allow-Headers',
    'If-None-Match',
    'Access-Control-Max-Age',
    '86400',
  ];
  return { status: 204, headers: [...allow.slice(0, 2), ...cors], body: null };
}

/** A 503 that needs no document: nothing was published yet, or the archive cannot be read now. */
function serveLater(method: string, page: string): Served {
  const body = Buffer.from(page);
  const headers = [
    'Content-Type',
    'text/html; charset=utf-8',
    'Content-Length',
    String(body.length),
    'Cache-Control',
    'no-store',
    'Retry-After',
    '5',
    'Content-Security-Policy',
    documentPolicy,
    ...safety,
  ];
  return { status: 503, headers, body: method === 'HEAD' ? null : body };
}

/** `path` without the query; `query` without its question mark. */
export interface Asked {
  method: string;
  path: string;
  query: string;
  headers: Headers;
}

/** @returns the answer from the documents in memory, or null when they do not hold this address. */
export function serveFromMemory({ method, path, query, headers }: Asked): Served | null {
  if (method !== 'GET' && method !== 'HEAD') return serveOtherMethod(method);
  const set = currentDocuments();
  const document = set?.documents.get(path);
  return set && document ? serveDocument(document, method, headers, { stale: isStale(set), query }) : null;
}

/**
 * Older incidents and months, which are not kept in memory but made when somebody asks for them.
 * @throws AppError when too many do
 */
export type Archive = (path: string) => Promise<StoredDocument | null>;

function pageInstead(error: unknown): string {
  return isAppError(error) ? refusedPage(error.message) : awayPage;
}

/**
 * The whole answer: memory, then the archive, then the 404 document. A database that is away makes the archive
 * answer 503, and so do too many who ask, never a 404 for something that exists.
 */
export async function serve(asked: Asked, archive: Archive): Promise<Served> {
  const known = serveFromMemory(asked);
  if (known) return known;
  const set = currentDocuments();
  if (!set) return serveLater(asked.method, notReadyPage);
  const older = archivedPath(asked.path) ? await archive(asked.path).catch(pageInstead) : null;
  if (typeof older === 'string') return serveLater(asked.method, older);
  const document = older ?? set.documents.get(missingPath);
  if (!document) return serveLater(asked.method, notReadyPage);
  return serveDocument(document, asked.method, asked.headers, { stale: isStale(set) });
}
