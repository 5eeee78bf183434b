import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { ask, runServer } from '@/lib/web/testing/running-server';

test.each(['/_nothing', '/_next/x', '/_next/image', '/__nextjs_x'])(
  'nothing can be sent to %s',
  async (path) => {
    const pages = await runServer(async (_, response) => void response.end('reached'));
    const answer = await ask(pages.port, path, {
      method: 'POST',
      body: 'x',
      headers: { 'content-length': 1 },
    });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
    await pages.stop();
  },
);

test('an answer that nobody reads is not kept, and one that takes long to make is', async () => {
  const closed = Promise.withResolvers<string>();
  const pages = await runServer(
    async (request, response) => {
      if (request.url === '/long') await new Promise((made) => setTimeout(made, 1_000));
      else response.once('close', () => closed.resolve(response.writableFinished ? 'read' : 'left'));
      response.end(request.url === '/long' ? 'made' : Buffer.alloc(30_000_000));
    },
    { unreadMs: 300 },
  );
  const socket = connect(pages.port, '127.0.0.1').pause();
  socket.on('error', () => {});
  socket.write('GET /much HTTP/1.1\r\nHost: a\r\n\r\n');
  const long = ask(pages.port, '/long');
  expect(await closed.promise).toBe('left');
  expect((await long).body).toBe('made');
  socket.destroy();
  await pages.stop();
});

test('a connection on which nothing more is asked is ended, and one that waits for its answer is not', async () => {
  const pages = await runServer(
    async (request, response) => {
      if (request.url === '/long') await new Promise((made) => setTimeout(made, 2_500));
      response.end('made');
    },
    { idleMs: 100, unreadMs: 100 },
  );
  const socket = connect(pages.port, '127.0.0.1').resume();
  const ended = once(socket, 'close');
  socket.write('GET /long HTTP/1.1\r\nHost: a\r\n\r\n');
  const [first] = await once(socket, 'data');
  expect(String(first)).toContain('made');
  await ended;
  await pages.stop();
});
