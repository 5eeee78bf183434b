import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { makeService, rawReport } from '@/lib/reports/testing/people-and-incidents';
import { addReportRoute } from './api-route';
import { ask, type RunningServer, runServer } from './testing/running-server';

testDatabase();

let running: RunningServer;
beforeAll(async () => {
  await makeService('shop');
  addReportRoute();
  running = await runServer(async (_request, response) => void response.writeHead(599).end());
});
afterAll(() => running.stop());

function post(body: string, headers: Record<string, string | number> = {}) {
  const given = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers };
  return ask(running.port, '/api/v1/reports', { method: 'POST', headers: given, body });
}

const sent = () => JSON.stringify(rawReport({ service: 'shop', email: 'dana@example.org' }));

describe('a report over the fast lane', () => {
  it('is stored without Next', async () => {
    const answer = await post(sent());
    expect(answer.status).toBe(201);
    const { ref } = JSON.parse(answer.body);
    expect(answer.headers.location).toBe(`/api/v1/reports/${ref}`);
    expect(await db().report.count({ where: { ref } })).toBe(1);
  });

  it('is one report under one Idempotency-Key', async () => {
    const { clientKey: _, ...body } = rawReport({ service: 'shop', email: 'dana@example.org' });
    const headers = { 'idempotency-key': 'once-and-only-once' };
    const answers = await Promise.all([1, 2, 3].map(() => post(JSON.stringify(body), headers)));
    expect(new Set(answers.map((answer) => JSON.parse(answer.body).ref)).size).toBe(1);
  });

  it('carries the headers that answers of the API carry', async () => {
    const { headers } = await post(sent());
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.stringMatching(/^[\w-]{8,}$/),
    });
  });

  it.each([
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

  it('without a length is refused before it is read', async () => {
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const answer = await ask(running.port, '/api/v1/reports', { method: 'POST', headers, body: '{}' });
    expect(answer.status).toBe(411);
  });

  it('leaves the other methods of the address to Next', async () => {
    expect((await ask(running.port, '/api/v1/reports')).status).toBe(599);
  });
});
