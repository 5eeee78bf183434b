import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemSchema } from '@/lib/http/rules/problem';
import { encodeDocument } from '@/lib/status/documents/encode';
import { documentStore, swapDocuments } from '@/lib/status/documents/store';
import { renderDocuments } from '@/lib/status/render/documents';
import { boardView } from '@/lib/status/testing/board-view';
import { clientAddress } from '@/lib/web/incoming/client-address';
import { requestTarget } from '@/lib/web/incoming/request-target';
import type { AppHandler } from './server';
import { drain, onShutdown } from './shutdown';
import { ask, type RunningServer, runServer } from './testing/running-server';

/** Stands where Next does, and says what it was told. */
const echo: AppHandler['request'] = async (request, response) => {
  response.end(JSON.stringify({ url: request.url, headers: request.headers, raw: request.rawHeaders }));
};

async function publish(): Promise<void> {
  const documents = await Promise.all((await renderDocuments(boardView, 'app')).map(encodeDocument));
  swapDocuments({
    asOf: new Date().toISOString(),
    version: 'test',
    documents: new Map(documents.map((document) => [document.path, document])),
  });
}

let running: RunningServer;

beforeAll(async () => {
  await publish();
  running = await runServer(echo);
});

afterAll(async () => {
  await running.stop();
  documentStore.forget();
});

describe('documents over the wire', () => {
  test('answer GET, HEAD and a repeated GET', async () => {
    const got = await ask(running.port, '/');
    expect(got.status).toBe(200);
    expect(got.body).toContain('Case Records is not available');
    expect(got.headers['set-cookie']).toBeUndefined();
    expect(got.headers.vary).toBe('Accept-Encoding');
    expect(got.headers['x-request-id']).toMatch(/^[\w-]{36}$/);
    const head = await ask(running.port, '/', { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers['content-length']).toBe(got.headers['content-length']);
    const again = await ask(running.port, '/', { headers: { 'if-none-match': String(got.headers.etag) } });
    expect(again).toMatchObject({ status: 304, body: '' });
  });

  test('ignore the query, and answer 404 with a page for what is not there', async () => {
    expect((await ask(running.port, '/?utm_source=mail')).status).toBe(200);
    const missing = await ask(running.port, '/status/INC-x');
    expect(missing.status).toBe(404);
    expect(missing.body).toContain('There is nothing at this address');
  });

  test('refuse to be written', async () => {
    expect((await ask(running.port, '/', { method: 'POST', body: 'a=b' })).status).toBe(405);
  });

  test('are told to come by TLS only, when people come by TLS', async () => {
    expect((await ask(running.port, '/')).headers['strict-transport-security']).toBeUndefined();
    const secure = await runServer(echo, { secure: true });
    expect((await ask(secure.port, '/')).headers['strict-transport-security']).toContain('max-age=');
    await secure.stop();
  });
});

describe('an address in another spelling', () => {
  test.each([
    '//',
    '//report',
    '/report//x',
    '/%2e%2e/x',
    '/a/../b',
    '/./',
    '/a%2fb',
    '/a%5Cb',
    '/a\\b',
    '/%00',
    '/%zz',
    '/incidents/%FF',
    'http://x/',
  ])('%s is refused with a sentence', async (path) => {
    const answer = await ask(running.port, path);
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(problemSchema.parse(JSON.parse(answer.body)).detail).toMatch(/^The address .*\.$/);
  });

  test.each(['/report', '/incidents/INC-1?tab=a//b', '/caf%C3%A9', '/a.b/c..d', '/~x', '/x?y=%2e%2e'])(
    '%s is plain enough',
    (path) => {
      expect(requestTarget(path)).not.toHaveProperty('refused');
    },
  );

  test('is refused when it is too long', async () => {
    expect((await ask(running.port, `/${'a'.repeat(9_000)}`)).status).toBe(400);
    const headers = await ask(running.port, `/${'a'.repeat(20_000)}`);
    expect(headers.status).toBe(431);
    expect(problemSchema.parse(JSON.parse(headers.body))).toMatchObject({ status: 431, title: 'too_large' });
  });
});

describe('what a client says about itself', () => {
  const lies = {
    'x-forwarded-for': '9.9.9.9',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-middleware-subrequest': 'proxy:proxy:proxy',
    'x-nextjs-data': '1',
    'x-invoke-path': '/console',
    'x-standby-address': '9.9.9.9',
    'x-real-ip': '9.9.9.9',
    forwarded: 'for=9.9.9.9',
    host: 'here.example',
  };

  test('does not reach the app', async () => {
    const { headers, raw } = JSON.parse((await ask(running.port, '/report', { headers: lies })).body);
    expect(headers['x-standby-address']).toBe('127.0.0.1');
    expect(headers['x-standby-proto']).toBe('http');
    expect(headers['x-forwarded-for']).toBe('127.0.0.1');
    expect(headers['x-forwarded-host']).toBe('here.example');
    expect(headers).not.toHaveProperty('x-middleware-subrequest');
    expect(headers).not.toHaveProperty('x-nextjs-data');
    expect(headers).not.toHaveProperty('x-invoke-path');
    expect(JSON.stringify([headers, raw])).not.toContain('9.9.9.9');
    expect(JSON.stringify([headers, raw])).not.toContain('evil');
  });

  test('is believed as far as the proxies that are counted', async () => {
    const behind = await runServer(echo, { trustedProxies: 1 });
    const answer = await ask(behind.port, '/report', {
      headers: { ...lies, 'x-forwarded-for': '9.9.9.9, 203.0.113.7' },
    });
    const { headers } = JSON.parse(answer.body);
    expect(headers['x-standby-address']).toBe('203.0.113.7');
    expect(headers['x-standby-proto']).toBe('https');
    expect(headers['x-standby-host']).toBe('evil.example');
    expect(headers).not.toHaveProperty('x-middleware-subrequest');
    await behind.stop();
  });

  test('tells of a proxy, and of none when Next asks itself with what it was told', async () => {
    const told: unknown[] = [];
    let own: Record<string, string> = {};
    const server = await runServer(
      async (request, response) => {
        own = request.headers as Record<string, string>;
        response.end();
      },
      { passedOn: (request) => void told.push(request) },
    );
    await ask(server.port, '/report');
    await ask(server.port, '/report', { headers: { ...own } });
    expect(told).toEqual([]);
    await ask(server.port, '/report', { headers: { 'x-forwarded-for': '203.0.113.7' } });
    expect(told).toEqual([{ peer: '127.0.0.1', client: '203.0.113.7' }]);
    await server.stop();
  });

  test.each([
    ['10.0.0.1', undefined, 0, '10.0.0.1'],
    ['10.0.0.1', '1.1.1.1', 0, '10.0.0.1'],
    ['10.0.0.1', '1.1.1.1', 1, '1.1.1.1'],
    ['10.0.0.1', '6.6.6.6, 1.1.1.1, 10.0.0.2', 2, '1.1.1.1'],
    ['10.0.0.1', '1.1.1.1', 3, '1.1.1.1'],
    ['10.0.0.1', 'nonsense', 1, '10.0.0.1'],
    ['::ffff:10.0.0.1', undefined, 0, '10.0.0.1'],
    ['::1', '[2001:db8::7]:443', 1, '2001:db8::7'],
    ['::1', '::ffff:a00:1', 1, '10.0.0.1'],
  ])('from %s with %s and %d proxies is %s', (socket, forwarded, trusted, expected) => {
    expect(clientAddress(socket, forwarded, trusted)).toBe(expected);
  });
});

describe('a body', () => {
  test('larger than any route takes is refused before it is read', async () => {
    const answer = await ask(running.port, '/report', {
      method: 'POST',
      headers: { 'content-length': 10 ** 9 },
    });
    expect(answer.status).toBe(413);
  });

  test('without a length is refused', async () => {
    const answer = await ask(running.port, '/report', {
      method: 'POST',
      headers: { 'transfer-encoding': 'chunked' },
      body: 'x',
    });
    expect(answer.status).toBe(411);
  });
});

test('answers what is no HTTP with a refusal', async () => {
  const said = await new Promise<string>((resolve) => {
    const socket = connect(running.port, '127.0.0.1', () => socket.end('nonsense\r\n\r\n'));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('close', () => resolve(text));
  });
  expect(said).toMatch(/^HTTP\/1\.1 400 /);
  expect(said).toContain('X-Content-Type-Options: nosniff');
});

test('serves documents while Next is not there yet', async () => {
  const starting = await runServer(echo, { app: new Promise<AppHandler>(() => {}) });
  expect((await ask(starting.port, '/')).status).toBe(200);
  await starting.stop();
});

test('tells of a mistake in the app without its text', async () => {
  const broken = await runServer(async () => {
    throw new Error('secret detail');
  });
  const answer = await ask(broken.port, '/report');
  expect(answer.status).toBe(500);
  expect(answer.body).not.toContain('secret');
  await broken.stop();
});

test('stops with open streams closed first and requests under way finished', async () => {
  const gate = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  const busy = await runServer(async (_request, response) => {
    arrived.resolve();
    await gate.promise;
    response.end('done');
  });
  const forget = onShutdown(() => gate.resolve());
  const answer = ask(busy.port, '/slow');
  await arrived.promise;
  await drain(busy.server);
  forget();
  expect((await answer).body).toBe('done');
});
