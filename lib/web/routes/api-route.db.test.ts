import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { makeService, rawReport } from '@/lib/reports/testing/people-and-incidents';
import { ask, type RunningServer, runServer } from '@/lib/web/testing/running-server';
import { addApiRoute } from './api-route';

testDatabase();

let running: RunningServer;
beforeAll(async () => {
  await makeService('shop');
  addApiRoute();
  running = await runServer(async (_request, response) => void response.writeHead(599).end());
});
afterAll(() => running.stop());

function post(body: string, headers: Record<string, string | number> = {}) {
  const given = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers };
  return ask(running.port, '/api/v1/reports', { method: 'POST', headers: given, body });
}

const sent = () => JSON.stringify(rawReport({ service: 'shop', email: 'dana@example.org' }));

describe('a report over the fast lane', () => {
  test('is stored without Next', async () => {
    const answer = await post(sent());
    expect(answer.status).toBe(201);
    const { ref } = JSON.parse(answer.body);
    expect(answer.headers.location).toBe(`/api/v1/reports/${ref}`);
    expect(await db().report.count({ where: { ref } })).toBe(1);
  });

  test('is one report under one Idempotency-Key', async () => {
    const { clientKey: _, ...body } = rawReport({ service: 'shop', email: 'dana@example.org' });
    const headers = { 'idempotency-key': 'once-and-only-once' };
    const answers = await Promise.all([1, 2, 3].map(() => post(JSON.stringify(body), headers)));
    expect(new Set(answers.map((answer) => JSON.parse(answer.body).ref)).size).toBe(1);
  });

  test('carries the headers that answers of the API carry', async () => {
    const { headers } = await post(sent());
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.stringMatching(/^[\w-]{8,}$/),
    });
  });

  test.each([
    ['{"description": ', {}, 422],
    ['x'.repeat(1_000_001), {}, 413],
    [`{"a":${'['.repeat(10_000)}`, {}, 422],
    ['{}', { 'content-type': 'text/plain' }, 422],
    ['{}', { 'sec-fetch-site': 'cross-site' }, 403],
    ['{}', { origin: 'https://evil.example' }, 403],
    ['{}', { authorization: 'Bearer nonsense' }, 401],
  ])('%.20s with %j is refused in words', async (body, headers, status) => {
    const answer = await post(body, headers);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(answer.body).detail).toMatch(/\.$/);
  });

  test('without a length is refused before it is read', async () => {
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const answer = await ask(running.port, '/api/v1/reports', { method: 'POST', headers, body: '{}' });
    expect(answer.status).toBe(411);
  });

  test('is refused before its body is there when it says that it is too long', async () => {
    const sent = request({
      host: '127.0.0.1',
      port: running.port,
      path: '/api/v1/reports',
      method: 'POST',
      agent: false,
      headers: { 'content-type': 'application/json', 'content-length': 2_000_000 },
    });
    sent.on('error', () => {});
    sent.write('{"description": "');
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(413);
    sent.destroy();
  });
});

/** Nothing else is done meanwhile. */
function keepBusy(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

test('who still sends the body of a call has no turn, however many they are and however busy we are', async () => {
  const proxied = await runServer(async () => {}, { trustedProxies: 1 });
  const from = (number: number) => ({ 'x-forwarded-for': `198.51.${number}.7` });
  const sending = Array.from({ length: 100 }, (_, number) => {
    const headers = { ...from(number), 'content-type': 'application/json', 'content-length': 100 };
    const sent = request({
      port: proxied.port,
      path: '/api/v1/reports',
      method: 'POST',
      agent: false,
      headers,
    });
    sent.on('error', () => {}).write('{');
    return sent;
  });
  await Promise.all(sending.map((sent) => once(sent, 'socket')));
  await new Promise((heard) => setTimeout(heard, 200));
  const asked = ask(proxied.port, '/api/v1/nothing', { headers: from(200) });
  let isAnswered = false;
  void asked.then(() => {
    isAnswered = true;
  });
  let rounds = 0;
  for (; !isAnswered; rounds += 1) {
    keepBusy(60);
    await new Promise((next) => setImmediate(next));
  }
  expect((await asked).status).toBe(404);
  expect(rounds).toBeLessThan(12);
  for (const sent of sending) sent.destroy();
  await proxied.stop();
});

describe('the API without Next', () => {
  test.each([
    ['GET', '/api/v1/nothing', 404],
    ['GET', '/api/v1/reports', 401],
    ['HEAD', '/api/v1/reports', 401],
    ['DELETE', '/api/v1/reports', 405],
    ['OPTIONS', '/api/v1/reports', 204],
    ['GET', '/elsewhere', 599],
  ])('answers %s %s with %i', async (method, path, status) => {
    const answer = await ask(running.port, path, { method });
    expect(answer.status).toBe(status);
    if (status >= 400 && status < 500 && method !== 'HEAD')
      expect(JSON.parse(answer.body)).toMatchObject({ status });
    if (status === 405 || status === 204) expect(answer.headers.allow).toBe('GET, HEAD, POST, OPTIONS');
  });

  test.each(['/api/v1/live', `/api/v1/tracking/${'x'.repeat(54)}/live`])(
    'opens no stream for HEAD %s, because nothing would end it',
    async (path) => {
      const answer = await ask(running.port, path, { method: 'HEAD' });
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, OPTIONS']);
    },
  );

  test('packs what is long for whoever can unpack it', async () => {
    const headers = { 'accept-encoding': 'gzip, br' };
    const answer = await ask(running.port, '/api/v1/openapi.json', { headers });
    expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect((await ask(running.port, '/api/v1/openapi.json')).headers['content-encoding']).toBeUndefined();
  });
});
