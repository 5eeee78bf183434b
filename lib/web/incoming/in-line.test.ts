import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { ask, runServer } from '@/lib/web/testing/running-server';

/** What comes back on one connection until it ends, or until it says so. */
async function exchange(port: number, text: string, enough: RegExp): Promise<string> {
  const socket = connect(port, '127.0.0.1', () => socket.write(text));
  let said = '';
  for await (const chunk of socket) {
    said += chunk;
    if (enough.test(said)) break;
  }
  return said;
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
const few = Array.from({ length: 8 }, (_, index) => get(`/app/${index}`)).join('');

/** One path is answered without an end. */
async function serving() {
  const begun: string[] = [];
  const server = await runServer(async (request, response) => {
    begun.push(request.url ?? '');
    if (request.url === '/app/stream') response.write('stream');
    else response.end(`end of ${request.url}`);
  });
  return { ...server, begun };
}

test('requests that come before the one ahead of them was answered are answered in their order', async () => {
  const { port, begun, stop } = await serving();
  const answered = await exchange(port, few, /end of \/app\/7/);
  expect(answered.match(/end of/g)).toHaveLength(8);
  expect(begun).toEqual(Array.from({ length: 8 }, (_, index) => `/app/${index}`));
  await stop();
});

test('behind a stream nothing is worked on', async () => {
  const { port, begun, stop } = await serving();
  await exchange(port, get('/app/stream') + few, /stream/);
  expect(begun).toEqual(['/app/stream']);
  await stop();
});

test('a connection on which many wait is closed', async () => {
  const { port, begun, stop } = await serving();
  const more = get('/app/stream') + few + few;
  expect(await exchange(port, more, /end of/).catch(() => 'closed')).not.toContain('end of');
  expect(begun.filter((path) => path !== '/app/stream')).toEqual([]);
  await stop();
});

test('who asks for another protocol is answered in this one', async () => {
  const { port, stop } = await serving();
  for (const upgrade of ['websocket', 'h2c']) {
    const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade, 'http2-settings': 'AAMAAABk' };
    expect(await ask(port, '/app/1', { headers })).toMatchObject({ status: 200, body: 'end of /app/1' });
  }
  await stop();
});
