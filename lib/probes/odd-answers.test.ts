import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { ProbeInput } from '@/lib/probes/rules/probe';
import { isSilent } from '@/lib/probes/rules/sight';
import { runTest, says } from '@/lib/probes/testing/says';
import { closeServers, httpServer, plainServer } from '@/lib/probes/testing/servers';

afterEach(closeServers);

type Headers = Record<string, string>;
type Expect = Extract<ProbeInput, { kind: 'HTTP' }>['expect'];

/** What is said of a page that answers with these headers and bytes. */
async function page(headers: Headers, body: Buffer | string, expect: Expect = {}): Promise<string> {
  const port = await httpServer((_, response) => response.writeHead(200, headers).end(body));
  return await says({ kind: 'HTTP', request: { url: `http://127.0.0.1:${port}/` }, expect });
}

const ok = 'OK: GET / answered 200 after a while.';
const latin = Buffer.from('Verfügbar', 'latin1');

describe('words are found in an answer whose charset is not the one that it names', () => {
  test.each<[string, string, Buffer | string]>([
    ['UTF-8 called ISO-8859-1', 'text/html; charset=iso-8859-1', 'Verfügbar'],
    ['UTF-8 called Windows-1252', 'text/plain; charset=windows-1252', 'Verfügbar'],
    ['ISO-8859-1 called UTF-8', 'text/html; charset=utf-8', latin],
    [
      'UTF-8 with one byte that is none',
      'text/html; charset=utf-8',
      Buffer.concat([Buffer.from('Verfügbar '), Buffer.from([0xff])]),
    ],
    ['ISO-8859-1 as bytes', 'application/octet-stream', latin],
    ['ISO-8859-1 without a type', '', latin],
  ])('%s', async (_, type, body) => {
    expect(await page(type ? { 'content-type': type } : {}, body, { text: 'Verfügbar' })).toBe(ok);
    expect(await page(type ? { 'content-type': type } : {}, body, { text: 'Gestört' })).toContain(
      'is not in the answer',
    );
  });

  test.each<[string, Buffer | string]>([
    ['UTF-8 called ISO-8859-1', '{"state":"Verfügbar"}'],
    ['ISO-8859-1 called UTF-8', Buffer.from('{"state":"Verfügbar"}', 'latin1')],
  ])('in JSON: %s', async (what, body) => {
    const type = `application/json; charset=${what.split('called ')[1]}`;
    const equals = (state: string) => ({ json: [{ path: 'state', equals: state }] });
    expect(await page({ 'content-type': type }, body, equals('Verfügbar'))).toBe(ok);
    expect(await page({ 'content-type': type }, body, equals('Gestört'))).toContain('was expected');
  });

  test('what really is ISO-2022-JP or UTF-16 is read as that', async () => {
    const japanese = Buffer.from([0x1b, 0x24, 0x42, 0x25, 0x46, 0x1b, 0x28, 0x42]);
    expect(await page({ 'content-type': 'text/html; charset=iso-2022-jp' }, japanese, { text: 'テ' })).toBe(
      ok,
    );
    const wide = Buffer.from('Verfügbar', 'utf16le');
    expect(await page({ 'content-type': 'text/html; charset=utf-16le' }, wide, { text: 'Verfügbar' })).toBe(
      ok,
    );
  });
});

describe('what is packed, although nobody asked for it,', () => {
  const good = '{"status":"ok"}';
  const json = { json: [{ path: 'status', equals: 'ok' }] };
  test.each<[string, Buffer]>([
    ['gzip', gzipSync(good)],
    ['zstd', zstdCompressSync(good)],
    ['deflate, gzip', gzipSync(deflateSync(good))],
    ['identity', Buffer.from(good)],
  ])('as %s is read', async (encoding, body) => {
    expect(await page({ 'content-encoding': encoding }, body, json)).toBe(ok);
  });

  test.each(['compress', 'aws-chunked', 'gzip, gzip, gzip, gzip, gzip'])(
    'as %s is not read, and not called no JSON',
    async (encoding) => {
      expect(await page({ 'content-encoding': encoding }, good, json)).toMatch(
        /^FAULT CONTENT: GET \/ answered 200, but packed in a way that Standby does not read \(.*\)\.$/,
      );
    },
  );

  test('and ends in the middle, or unpacks to gigabytes, is no good answer', async () => {
    const whole = gzipSync(good);
    expect(await page({ 'content-encoding': 'gzip' }, whole.subarray(0, whole.length - 9), json)).toBe(
      'FAULT CONTENT: GET / answered 200, but its compressed content can not be unpacked.',
    );
    const before = process.memoryUsage().rss;
    const bomb = gzipSync(gzipSync(Buffer.alloc(200_000_000)));
    expect(await page({ 'content-encoding': 'gzip, gzip' }, bomb)).toContain('FAULT TOO_LARGE');
    expect(process.memoryUsage().rss - before).toBeLessThan(500_000_000);
  });
});

describe('who answers in the place of a page', () => {
  const redirecting = async (to: string) => {
    const other = await httpServer((_, response) => response.end('<h1>Sign in</h1>'));
    return await httpServer((request, response) => {
      if (request.url?.startsWith('/login')) return response.end('<h1>Sign in</h1>');
      response.writeHead(302, { location: to.replace('OTHER', `http://127.0.0.1:${other}`) }).end();
    });
  };
  const ask = async (to: string, more = {}) => {
    const port = await redirecting(to);
    const request = { url: `http://127.0.0.1:${port}/health`, redirects: 2 };
    return (await says({ kind: 'HTTP', request, ...more })).replaceAll(/:\d+/g, '');
  };

  test('is said, be it a page to sign in or a portal of the network', async () => {
    expect(await ask('/login?back=/health')).toBe(
      'OK: GET /health was redirected to http://127.0.0.1/login, which answered 200 after a while.',
    );
    expect(await ask('OTHER/portal')).toBe(
      'OK: GET /health was redirected to http://127.0.0.1/portal, which answered 200 after a while.',
    );
    expect(await ask('/login', { expect: { text: 'ok' } })).toBe(
      'FAULT CONTENT: GET /health was redirected to http://127.0.0.1/login, which answered 200 after a while, but “ok” is not in the answer.',
    );
    const lag = { kind: 'REPLICATION_LAG', path: 'lag', maxSeconds: 5 } as const;
    const port = await redirecting('/login');
    const request = { url: `http://127.0.0.1:${port}/lag`, redirects: 1 };
    expect(await says({ ...lag, request })).toContain('was redirected to');
  });

  test('is not followed unless that was asked for', async () => {
    const port = await redirecting('/login');
    expect(await says({ kind: 'HTTP', request: { url: `http://127.0.0.1:${port}/health` } })).toContain(
      'GET /health answered 302',
    );
  });

  test('a proxy that speaks for a host that is gone is an answer, and no silence', async () => {
    const port = await httpServer((_, response) => response.writeHead(502).end('Bad gateway'));
    const seen = await runTest({ kind: 'HTTP', request: { url: `http://127.0.0.1:${port}/` } });
    expect([seen.fault, isSilent(seen)]).toEqual(['STATUS', false]);
  });
});

describe('an answer that began is no silence, whatever becomes of it', () => {
  const ask = async (raw: string, timeoutMs = 5_000) => {
    const port = await plainServer(
      (socket) =>
        void socket.once('data', () => socket.write(raw, () => raw.endsWith('!') && socket.destroy())),
    );
    return await runTest({ kind: 'HTTP', request: { url: `http://127.0.0.1:${port}/` }, timeoutMs });
  };

  test.each([
    ['it breaks off before its length', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf!', 'CLOSED'],
    [
      'it breaks off within a chunk',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\nhalf!',
      'CLOSED',
    ],
    [
      'it is chunked without end',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n',
      'TIMEOUT',
    ],
  ])('%s', async (_, raw, fault) => {
    const seen = await ask(raw, 500);
    expect(seen).toMatchObject({ outcome: 'FAULT', fault, evidence: { status: 200, address: '127.0.0.1' } });
    expect(isSilent(seen)).toBe(false);
  });

  test('a connection that is accepted and never spoken on is one', async () => {
    const port = await plainServer(() => {});
    const seen = await runTest({
      kind: 'HTTP',
      request: { url: `http://127.0.0.1:${port}/` },
      timeoutMs: 200,
    });
    expect([seen.fault, isSilent(seen)]).toEqual(['TIMEOUT', true]);
  });
});
