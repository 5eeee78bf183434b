import { readdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { newId } from '@/lib/platform/ids';
import { logger } from '@/lib/platform/process/log';
import { privatePaths } from '@/lib/platform/process/private-paths';
import { linkToken } from '@/lib/platform/secrets/link-token';
import { apiRoutes } from '@/lib/routes';
import { ask, type RunningServer, runServer } from '@/lib/web/testing/running-server';

const token = linkToken('tracking', newId());
const letters = token.slice(1, 40);
const code = (letter = '') => `%${letter.charCodeAt(0).toString(16)}`;

/** What stands in front of a token, in every page and every address of the API that takes one. */
const inFront = (path: string): string => path.slice(0, path.search(/\/(\[|:)token/));
const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\/\[token\]\/(.+\/)?(page\.tsx|route\.ts)$/.test(file))
  .map((file) => inFront(`/${file}`.replaceAll(/\/\(\w+\)/g, '')));
const addresses = Object.keys(apiRoutes)
  .filter((address) => address.includes('/:token'))
  .map((address) => inFront(address.replace(/^\w+ /, '/api/v1')));

const spellings: [name: string, of: (page: string) => string][] = [
  ['as it is', (page) => `${page}/${token}`],
  ['with an encoded letter', (page) => `${page}/${code(token[0])}${token.slice(1)}`],
  ['with all letters encoded', (page) => `${page}/${code(token[0])}${[...letters].map(code).join('')}`],
  ['encoded twice', (page) => `${page}/%25${code(token[0]).slice(1)}${token.slice(1)}`],
  ['with an encoded name', (page) => `/${code(page[1])}${page.slice(2)}/${token}`],
  ['in capitals', (page) => `${page.toUpperCase()}/${token}`],
  ['with a slash behind it', (page) => `${page}/${token}/`],
  ['with more behind it', (page) => `${page}/${token}/unsubscribe.x`],
  ['with a letter too many', (page) => `${page}/${token}A`],
  ['cut', (page) => `${page}/${token.slice(0, 50)}`],
  ['with a question', (page) => `${page}/${token}?as=${token}`],
  ['below another page', (page) => `/data/x${page}/${token}.json`],
];

const cases = privatePaths.flatMap((page) => spellings.map(([name, of]) => [page, name, of(page)] as const));

let server: RunningServer;
const written: string[] = [];

beforeAll(async () => {
  server = await runServer(async (_, response) => void response.end());
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => written.push(String(line)) > 0);
  logger().level = 'info';
});
afterAll(async () => {
  logger().level = 'silent';
  vi.restoreAllMocks();
  await server.stop();
});

/** So many lines are written in a minute, and no more. */
let minute = Date.now();
beforeEach(() => {
  minute += 60_000;
  vi.useFakeTimers({ now: minute, toFake: ['Date'] });
});
afterEach(() => void vi.useRealTimers());

test('every page and every address with a token is known to the log', () => {
  expect([...new Set([...pages, ...addresses])].sort()).toEqual([...privatePaths]);
});

test.each(cases)('nothing of a link to %s is written down %s', async (page, _, path) => {
  written.length = 0;
  // A form from another site is refused wherever it goes, but for the API, which has a line of the same key.
  if (page.startsWith('/api/')) logger().info({ path }, 'refused');
  else await ask(server.port, path, { method: 'POST', headers: { origin: 'https://evil.example' } });
  logger().warn({ err: new Error(`POST ${path} failed`), asked: { for: path } }, 'a request failed');
  const lines = written.join('').toLowerCase();
  expect(lines).toContain(`"path":"${path.startsWith('/data') ? '/data/x' : ''}${page}/…"`);
  expect(lines).not.toContain(token.slice(4, 12).toLowerCase());
  expect(lines).not.toContain([...letters.slice(3, 8)].map(code).join(''));
});
