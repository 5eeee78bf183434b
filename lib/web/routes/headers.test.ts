import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type RunningServer, runServer } from '@/lib/web/testing/running-server';

let secure: RunningServer;
beforeAll(async () => {
  secure = await runServer(async (_request, response) => void response.end('here'), { secure: true });
});
afterAll(() => secure.stop());

test.each([
  ['a document', '/', {}],
  ['a script of the pages', '/_next/static/x.js', {}],
  ['a font', '/fonts/x.woff2', {}],
  ['a refused address', '/a//b', {}],
  ['a refused body', '/report', { method: 'POST', headers: { 'content-length': 10 ** 9 } }],
  ['a refused method', '/report', { method: 'TRACE' }],
])('%s keeps to its type, its frame and TLS', async (_, path, how) => {
  const { headers } = await ask(secure.port, path, how);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  });
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
});
