import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '@/lib/platform/errors';
import { encodeDocument } from '@/lib/status/documents/encode';
import { documentStore, type StoredDocument, swapDocuments } from '@/lib/status/documents/store';
import { type Archive, type Served, serve } from './serve';
import { staleAfterMs } from './stale';

const body = '<!doctype html><p data-stale="" hidden="">old</p><h1>Status</h1>';
let home: StoredDocument;

const nothing: Archive = async () => null;

async function put(asOf = new Date()): Promise<void> {
  home = await encodeDocument({ path: '/', contentType: 'text/html; charset=utf-8', body });
  const documents = await Promise.all([
    encodeDocument({ path: '/404.html', contentType: 'text/html; charset=utf-8', body: '<h1>Nothing</h1>' }),
    encodeDocument({
      path: '/api/v2/status.json',
      contentType: 'application/json; charset=utf-8',
      body: '{"a":1}',
    }),
    encodeDocument({ path: '/status.css', contentType: 'text/css; charset=utf-8', body: 'p{color:red}' }),
    home,
  ]);
  swapDocuments({
    asOf: asOf.toISOString(),
    version: 'a',
    documents: new Map(documents.map((d) => [d.path, d])),
  });
}

function ask(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  archive = nothing,
): Promise<Served> {
  const [bare = '/', query = ''] = path.split('?');
  return serve({ method, path: bare, query, headers }, archive);
}

function header({ headers }: Served, name: string): string | undefined {
  const at = headers.findIndex((entry, index) => index % 2 === 0 && entry.toLowerCase() === name);
  return at < 0 ? undefined : headers[at + 1];
}

beforeEach(async () => await put());
afterEach(() => void documentStore.forget());

describe('an answer', () => {
  test('says how long it may be kept, and depends on nothing but the encoding', async () => {
    const served = await ask('/');
    expect(served.status).toBe(200);
    expect(header(served, 'cache-control')).toBe(
      'public, max-age=10, s-maxage=10, stale-while-revalidate=60, stale-if-error=86400',
    );
    expect(header(served, 'vary')).toBe('Accept-Encoding');
    expect(header(served, 'set-cookie')).toBeUndefined();
    expect(header(served, 'x-content-type-options')).toBe('nosniff');
    expect(header(served, 'content-security-policy')).toContain("script-src 'self'");
    expect(header(served, 'content-length')).toBe(String(home.identity.length));
  });

  test.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.5', 'br'],
    ['*', 'gzip'],
    ['deflate', undefined],
    ['brx', undefined],
    ['gzip;q=0', undefined],
    ['', undefined],
  ])('for Accept-Encoding: %s is encoded as %s', async (accept, encoding) => {
    const served = await ask('/', { 'accept-encoding': accept });
    expect(header(served, 'content-encoding')).toBe(encoding);
    const bytes = served.body as Buffer;
    const plain = encoding === 'br' ? brotliDecompressSync(bytes) : encoding ? gunzipSync(bytes) : bytes;
    expect(plain.toString()).toBe(body);
  });

  test('has a tag for each encoding, and any of them spares the bytes', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', ''].map(async (accept) => header(await ask('/', { 'accept-encoding': accept }), 'etag')),
    );
    expect(new Set(tags).size).toBe(3);
    for (const tag of [...tags, `W/${tags[0]}`, `"other", ${tags[1]}`, '*']) {
      const served = await ask('/', { 'if-none-match': String(tag), 'accept-encoding': 'br' });
      expect(served.status, String(tag)).toBe(304);
      expect(served.body).toBeNull();
      expect(header(served, 'etag')).toBeDefined();
    }
    expect((await ask('/', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('to HEAD has the headers of GET and no body', async () => {
    const [get, head] = await Promise.all([ask('/'), ask('/', {}, 'HEAD')]);
    expect(head).toEqual({ ...get, body: null });
  });

  test('lets any site read the JSON, and no site the page', async () => {
    expect(header(await ask('/api/v2/status.json'), 'access-control-allow-origin')).toBe('*');
    expect(header(await ask('/'), 'access-control-allow-origin')).toBeUndefined();
    const before = await ask('/api/v2/status.json', {}, 'OPTIONS');
    expect(before.status).toBe(204);
    expect(header(before, 'access-control-allow-methods')).toContain('GET');
  });

  test('is shown in no frame, whatever it is, and what is no page runs nothing', async () => {
    for (const path of ['/', '/api/v2/status.json', '/status.css'])
      expect(header(await ask(path), 'content-security-policy')).toContain("frame-ancestors 'none'");
    expect(header(await ask('/api/v2/status.json'), 'content-security-policy')).toContain(
      "default-src 'none'",
    );
  });

  test('is a refusal for every other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE']) {
      const served = await ask('/', {}, method);
      expect(served.status).toBe(405);
      expect(header(served, 'allow')).toBe('GET, HEAD, OPTIONS');
    }
  });

  test('pins a stylesheet only under the address that names its content', async () => {
    const served = await ask('/status.css');
    const hash = String(header(served, 'etag')).slice(1, 13);
    expect(header(served, 'cache-control')).toContain('max-age=10,');
    expect(header(await ask(`/status.css?v=${hash}`), 'cache-control')).toContain('immutable');
    expect(header(await ask('/status.css?v=older'), 'cache-control')).not.toContain('immutable');
  });
});

describe('an address without a document', () => {
  test('is the 404 document', async () => {
    for (const path of ['/status/INC-1', '/status/INC-x', '/history/2026-13', '/api/v2/other.json']) {
      const served = await ask(path);
      expect(served.status, path).toBe(404);
      expect(served.body?.toString()).toContain('Nothing');
    }
    expect((await ask('/404.html')).status).toBe(404);
  });

  test('is made from the archive when it is older than the set', async () => {
    const archive: Archive = async (path) =>
      await encodeDocument({ path, contentType: 'text/html; charset=utf-8', body: `<h1>${path}</h1>` });
    const served = await ask('/status/INC-7', {}, 'GET', archive);
    expect(served.status).toBe(200);
    expect(served.body?.toString()).toContain('/status/INC-7');
    expect((await ask('/api/v2/other.json', {}, 'GET', archive)).status).toBe(404);
  });

  test('is never a 404 while the database is away', async () => {
    const served = await ask('/status/INC-7', {}, 'GET', async () => {
      throw new Error('ECONNREFUSED');
    });
    expect(served.status).toBe(503);
    expect(header(served, 'retry-after')).toBe('5');
    expect(header(served, 'cache-control')).toBe('no-store');
    expect(served.body?.toString()).toMatch(/http-equiv="refresh"[\s\S]*The database does not answer/);
  });

  test('says that many ask, and leaves it to people to ask again', async () => {
    const served = await ask('/status/INC-7', {}, 'GET', async () => {
      throw new AppError('unavailable', 'Many old pages are asked for.', { retryAfter: 3 });
    });
    expect(served.status).toBe(503);
    expect(header(served, 'retry-after')).toBe('5');
    expect(served.body?.toString()).toContain('<p>Many old pages are asked for. <a href="/">');
    expect(served.body?.toString()).not.toMatch(/refresh|database/);
  });
});

describe('an old set', () => {
  test('says its age on pages, under another tag, and changes nothing else', async () => {
    const fresh = await ask('/');
    await put(new Date(Date.now() - staleAfterMs - 1_000));
    const old = await ask('/', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(old.body as Buffer).toString()).toBe('<!doctype html><p>old</p><h1>Status</h1>');
    expect((await ask('/', { 'if-none-match': String(header(fresh, 'etag')) })).status).toBe(200);
    expect((await ask('/', { 'if-none-match': String(header(old, 'etag')) })).status).toBe(304);
    expect((await ask('/api/v2/status.json')).body?.toString()).toBe('{"a":1}');
  });

  test('does not say so within three minutes', async () => {
    await put(new Date(Date.now() - staleAfterMs + 60_000));
    expect((await ask('/')).body?.toString()).toBe(body);
  });
});

test('answers honestly before anything was published', async () => {
  documentStore.forget();
  const served = await ask('/');
  expect(served.status).toBe(503);
  expect(served.body?.toString()).toContain('starting');
});
