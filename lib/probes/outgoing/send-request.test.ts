import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { type HttpRequest, httpRequestSchema } from '@/lib/probes/rules/probe';
import { closeServers, httpServer, plainServer } from '@/lib/probes/testing/servers';
import { outgoingGuard } from './guard';
import { type SendOptions, sendRequest } from './send-request';

afterEach(closeServers);

const guard = outgoingGuard(['127.0.0.1']);
const send = async (request: Partial<HttpRequest> & { url: string }, options: Partial<SendOptions> = {}) =>
  await sendRequest(httpRequestSchema.parse(request), {
    guard,
    timeoutMs: 10_000,
    maxBytes: 1_000_000,
    ...options,
  });

describe('an answer', () => {
  test('comes with its status, headers, body and the time of each phase', async () => {
    const port = await httpServer((request, response) => {
      response.writeHead(201, { 'x-served-by': 'shop-1' });
      request.pipe(response);
    });
    const sent = await send({ url: `http://127.0.0.1:${port}/orders?x=1`, method: 'POST', body: 'Héllo' });
    expect(sent).toMatchObject({
      ok: true,
      status: 201,
      truncated: false,
      address: '127.0.0.1',
      redirects: 0,
    });
    if (!sent.ok) throw new Error(sent.sentence);
    expect(sent.body.toString()).toBe('Héllo');
    expect(sent.headers['x-served-by']).toBe('shop-1');
    const { connectMs, firstByteMs, totalMs } = sent.timings;
    expect((connectMs ?? 0) + (firstByteMs ?? 0)).toBeLessThanOrEqual(totalMs);
  });

  test('is unpacked', async () => {
    const port = await httpServer((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync('{"status":"ok"}'));
    });
    const sent = await send({ url: `http://127.0.0.1:${port}/` });
    expect(sent.ok && sent.body.toString()).toBe('{"status":"ok"}');
  });

  test('in the middle of which the connection closes is none', async () => {
    const port = await httpServer((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half', () => response.destroy());
    });
    expect(await send({ url: `http://127.0.0.1:${port}/` })).toMatchObject({
      ok: false,
      fault: 'CLOSED',
      sentence: 'GET / answered 200, but the connection was closed in the middle of the answer.',
    });
  });
});

describe('memory is kept from', () => {
  const endless = async () => {
    let written = 0;
    const port = await httpServer((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(262_144))) written += 262_144;
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    return { port, written: () => written };
  };

  test('an endless answer', async () => {
    const { port, written } = await endless();
    const sent = await send({ url: `http://127.0.0.1:${port}/` });
    expect(sent).toMatchObject({ ok: true, truncated: true });
    expect(sent.ok && sent.body.length).toBe(1_000_000);
    // What the machine buffers of a connection is some megabytes; a gigabyte was there to be had.
    expect(written()).toBeLessThan(50_000_000);
  });

  test('one that unpacks to a thousand times its size', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000), { level: 9 });
    const port = await httpServer((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(bomb);
    });
    const before = process.memoryUsage().rss;
    const sent = await send({ url: `http://127.0.0.1:${port}/` });
    expect(sent).toMatchObject({ ok: true, truncated: true });
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  test('endless headers', async () => {
    const port = await plainServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const more = (): void => {
        while (!socket.destroyed && socket.write(`x-more: ${'y'.repeat(8_000)}\r\n`));
        if (!socket.destroyed) socket.once('drain', more);
      };
      more();
    });
    expect(await send({ url: `http://127.0.0.1:${port}/` })).toMatchObject({
      ok: false,
      fault: 'TOO_LARGE',
      sentence: 'GET / answered with headers beyond all measure.',
    });
  });
});

describe('the time is over', () => {
  test('without an answer', async () => {
    const port = await httpServer(() => {});
    expect(await send({ url: `http://127.0.0.1:${port}/health` }, { timeoutMs: 100 })).toMatchObject({
      fault: 'TIMEOUT',
      sentence: `127.0.0.1:${port} accepted the connection, but GET /health had no answer within 100 ms.`,
    });
  });

  test('in the middle of a drip of bytes', async () => {
    const port = await httpServer((_, response) => {
      const drip = setInterval(() => response.write('.'), 10);
      response.on('close', () => clearInterval(drip));
    });
    expect(await send({ url: `http://127.0.0.1:${port}/` }, { timeoutMs: 200 })).toMatchObject({
      fault: 'TIMEOUT',
      sentence: 'GET / answered 200, but the answer did not end within 200 ms.',
    });
  });

  test('while a name resolves', async () => {
    const lookup = () => new Promise<string[]>(() => {});
    expect(await send({ url: 'http://slow.example.org/' }, { timeoutMs: 50, lookup })).toMatchObject({
      fault: 'TIMEOUT',
      sentence: 'The name slow.example.org was not resolved within 50 ms.',
    });
  });
});

test('a caller who cancels gets the own reason, at once', async () => {
  const abort = new AbortController();
  const port = await httpServer(() => abort.abort(new Error('not needed any more')));
  await expect(send({ url: `http://127.0.0.1:${port}/` }, { signal: abort.signal })).rejects.toThrow(
    'not needed any more',
  );
  await expect(send({ url: `http://127.0.0.1:${port}/` }, { signal: abort.signal })).rejects.toThrow(
    'not needed any more',
  );
});

test('a name that changes its meaning is connected to by what was ruled on', async () => {
  const port = await httpServer((_, response) => response.end('here'));
  const answers = [['127.0.0.1'], ['169.254.169.254'], ['169.254.169.254']];
  let asked = 0;
  const lookup = async () => answers[asked++] ?? [];
  const url = `http://rebinding.example.org:${port}/`;
  expect(await send({ url }, { lookup })).toMatchObject({ ok: true, address: '127.0.0.1' });
  expect(asked).toBe(1);
  expect(await send({ url }, { lookup })).toMatchObject({ ok: false, fault: 'FORBIDDEN' });
  expect(asked).toBe(2);
});

test('headers that would frame the message are not sent', async () => {
  const url = 'http://127.0.0.1:1234/';
  const said = async (headers: Record<string, string>) => {
    const sent = await send({ url, headers });
    return sent.ok ? null : `${sent.fault}: ${sent.sentence}`;
  };
  expect(await said({ 'Transfer-Encoding': 'chunked' })).toBe(
    'FORBIDDEN: The header transfer-encoding can not be set.',
  );
  expect(await said({ 'x-a': 'b\r\nx-c: d' })).toBe(
    'FORBIDDEN: The value of the header x-a holds a line break.',
  );
  expect(await said({ 'x a': 'b' })).toBe('FORBIDDEN: “x a” can not be the name of a header.');
});

test('what does not speak HTTP is told apart from what closes', async () => {
  const wrong = await plainServer((socket) => {
    socket.once('data', () => socket.write('220 mail.example.org ESMTP\r\n'));
  });
  expect(await send({ url: `http://127.0.0.1:${wrong}/` })).toMatchObject({
    fault: 'CONTENT',
    sentence: `127.0.0.1:${wrong} answered GET /, but not in HTTP.`,
  });
  const closing = await plainServer((socket) => socket.once('data', () => socket.end()));
  const sent = await send({ url: `http://127.0.0.1:${closing}/` });
  expect(sent).toMatchObject({ fault: 'CLOSED' });
  expect(!sent.ok && sent.sentence).toMatch(
    /^127\.0\.0\.1:\d+ closed the connection after \d+ ms, before it answered GET \/\.$/,
  );
});
