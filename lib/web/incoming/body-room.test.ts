import type { Server, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { ask, runServer } from '@/lib/web/testing/running-server';
import { BodyRoom } from './body-room';
import { tooLarge } from './largest-bodies';

test.each([
  ['/report', 32_000_000, 200],
  ['/track/abc', 32_000_000, 200],
  ['/report', 34_000_000, 413],
  ['/track/abc/x', 300_000, 413],
  ['/api/v1/tracking/abc/files', 10_000_000, 200],
  ['/api/v1/tracking/abc/files', 11_000_000, 413],
  ['/sign-in', 300_000, 413],
  ['/subscribe', 200_000, 200],
])('a body for %s of %d bytes: %d', (path, length, status) => {
  expect(tooLarge(path, length) ? 413 : 200).toBe(status);
});

test.each(['TRACE', 'PUT', 'DELETE', 'PROPFIND'])(
  'a page refuses %s and says what it answers to',
  async (method) => {
    const pages = await runServer(async (_, response) => void response.end('ok'));
    const answer = await ask(pages.port, '/incidents', { method });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
    expect(JSON.parse(answer.body).title).toBe('not_allowed');
    await pages.stop();
  },
);

const connectionsOf = async (server: Server) =>
  await new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));

/** A form of 2 MB from a network of its own. */
function sendLarge(port: number, network: number) {
  const head = 'Content-Disposition: form-data; name="files"; filename="a.png"';
  const body = `--end\r\n${head}\r\n\r\n${'x'.repeat(2_000_000)}\r\n--end--`;
  const headers = {
    'content-type': 'multipart/form-data; boundary=end',
    'content-length': body.length,
    'x-forwarded-for': `203.0.${network}.1`,
  };
  return ask(port, '/report', { method: 'POST', headers, body });
}

/** Room for four of those that `sendLarge` sends, two of one network. */
const four = { inAll: 9_000_000, ofNetwork: 5_000_000 };

test('a large body waits for its turn, two of one network and four in all, while others are answered', async () => {
  const held: (() => void)[] = [];
  const busy = await runServer(
    async (request, response) => {
      if (request.method === 'POST') await new Promise<void>((go) => held.push(go));
      response.end('ok');
    },
    { trustedProxies: 1, bodies: new BodyRoom({ ...four, patienceMs: 1_500 }) },
  );
  const send = (network: number) => sendLarge(busy.port, network);
  const flood = Array.from({ length: 5 }, () => send(1));
  await expect.poll(() => held.length).toBe(2);
  const stranger = send(2);
  await expect.poll(() => held.length).toBe(3);
  expect((await ask(busy.port, '/sign-in')).status).toBe(200);
  for (const go of held.splice(0)) go();
  expect((await stranger).status).toBe(200);
  await expect.poll(() => held.length).toBe(2);
  expect((await Promise.all(flood.slice(4))).map(({ status }) => status)).toEqual([503]);
  for (const go of held.splice(0)) go();
  expect((await Promise.all(flood)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 503]);
  await busy.stop();
});

test('turns go round: who waits for the first time comes before those who had one', async () => {
  const held: { network: string; go: () => void }[] = [];
  const busy = await runServer(
    async (request, response) => {
      const network = String(request.headers['x-forwarded-for']).split('.')[2] ?? '';
      await new Promise<void>((go) => held.push({ network, go }));
      response.end('ok');
    },
    { trustedProxies: 1, bodies: new BodyRoom({ ...four, patienceMs: 60_000 }) },
  );
  const networks = [1, 1, 2, 2, 1, 1, 2, 2, 3];
  const sent: Promise<unknown>[] = [];
  for (const [index, network] of networks.entries()) {
    sent.push(sendLarge(busy.port, network));
    await expect.poll(() => held.length).toBe(Math.min(index + 1, 4));
    // The next one is sent when the server has seen this one.
    await expect.poll(() => connectionsOf(busy.server)).toBe(index + 1);
  }
  held[0]?.go();
  await expect.poll(() => held[4]?.network).toBe('3');
  for (let done = 1; done < networks.length; done += 1) {
    await expect.poll(() => held.length).toBeGreaterThan(done);
    held[done]?.go();
  }
  await Promise.all(sent);
  await busy.stop();
});

/** Sends the head of a large form and then so many bytes each tenth of a second. */
function dribble(port: number, network: number, bytes: number) {
  const socket = connect(port, '127.0.0.1');
  const head = ['POST /report HTTP/1.1', 'Host: a', `X-Forwarded-For: 203.0.${network}.1`];
  socket.write(
    `${[...head, 'Content-Length: 31000000', 'Content-Type: multipart/form-data; boundary=x'].join('\r\n')}\r\n\r\n`,
  );
  const timer = setInterval(() => socket.write(Buffer.alloc(bytes)), 100);
  const answer = new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (data) => {
      text += data;
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(timer);
      resolve(text);
    });
  });
  return { answer, stop: () => socket.destroy() };
}

async function drain(request: AsyncIterable<unknown>, response: ServerResponse): Promise<void> {
  for await (const _ of request);
  response.end('ok');
}

test('who sends a large body slowly is told that it took too long, and keeps no room', async () => {
  const slow = { graceMs: 200, turnMs: 60_000, patienceMs: 60_000 };
  const server = await runServer(drain, { trustedProxies: 1, bodies: new BodyRoom(slow) });
  const one = dribble(server.port, 1, 1);
  expect(await one.answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*The request took too long to arrive/);
  await server.stop();
});

test('who has sent for long makes room for somebody of another network, and for nobody of their own', async () => {
  const turns = { inAll: 4 * 31_000_000, graceMs: 60_000, turnMs: 200, patienceMs: 60_000 };
  const server = await runServer(drain, { trustedProxies: 1, bodies: new BodyRoom(turns) });
  const holding = [1, 1, 2, 2].map((network) => dribble(server.port, network, 10_000));
  const own = dribble(server.port, 1, 10_000);
  const stranger = ask(server.port, '/report', {
    method: 'POST',
    headers: {
      'content-type': 'multipart/form-data; boundary=end',
      'x-forwarded-for': '203.0.3.1',
      'content-length': 2_000_000,
    },
    body: Buffer.alloc(2_000_000) as never,
  });
  // It is let in and read; that it is no form is what it learns then.
  expect((await stranger).status).toBe(400);
  for (const { stop } of [...holding, own]) stop();
  await server.stop();
});

test('who waits for their own network ends nobody of another', async () => {
  const turns = { ofNetwork: 31_000_000, graceMs: 60_000, turnMs: 200, patienceMs: 3_000 };
  const server = await runServer(drain, { trustedProxies: 1, bodies: new BodyRoom(turns) });
  const sent = [2, 1, 1].map((network) => dribble(server.port, network, 10_000));
  // Both of one network want its whole share: one of them waits until it is told to come again.
  const own = await Promise.race([sent[1]?.answer, sent[2]?.answer]);
  expect(own).toMatch(/^HTTP\/1\.1 503 /);
  const going = new Promise((still) => setTimeout(still, 100, 'still sends'));
  expect(await Promise.race([sent[0]?.answer, going])).toBe('still sends');
  for (const { stop } of sent) stop();
  await server.stop();
});

test('bodies far below a megabyte count too, and as many of one network wait as there are places', async () => {
  let reading = 0;
  const busy = await runServer(
    async () => {
      reading += 1;
      await new Promise(() => {});
    },
    { bodies: new BodyRoom({ ...four, waiting: 3 }) },
  );
  const sockets = Array.from({ length: 8 }, () => {
    const socket = connect(busy.port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write('POST /api/v1/none HTTP/1.1\r\nHost: a\r\nContent-Length: 20000\r\n\r\n');
    return socket;
  });
  const answers = sockets.map(
    (socket) => new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data)))),
  );
  expect(await Promise.race(answers)).toMatch(/^HTTP\/1\.1 503 /);
  expect(reading).toBe(4);
  for (const socket of sockets) socket.destroy();
  await busy.stop();
});

test('whoever hangs up while they wait leaves no place behind, however many they are', async () => {
  const held: (() => void)[] = [];
  const busy = await runServer(
    async (_, response) => {
      await new Promise<void>((go) => held.push(go));
      response.end('ok');
    },
    { trustedProxies: 1, bodies: new BodyRoom({ ...four, waiting: 5_000, patienceMs: 60_000 }) },
  );
  const first = [sendLarge(busy.port, 1), sendLarge(busy.port, 1)];
  await expect.poll(() => held.length).toBe(2);
  for (let sent = 0; sent < 3_000; sent += 100) {
    const gone = Array.from({ length: 100 }, () => connect(busy.port, '127.0.0.1'));
    for (const socket of gone) {
      socket.on('error', () => {});
      socket.write(
        'POST /report HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.1.1\r\nContent-Length: 3000000\r\n\r\n',
      );
    }
    await expect.poll(() => connectionsOf(busy.server)).toBeGreaterThan(100);
    for (const socket of gone) socket.destroy();
    await expect.poll(() => connectionsOf(busy.server)).toBeLessThan(20);
  }
  for (const go of held.splice(0)) go();
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200]);
  const next = sendLarge(busy.port, 1);
  await expect.poll(() => held.length).toBe(1);
  held[0]?.();
  expect((await next).status).toBe(200);
  await busy.stop();
});
