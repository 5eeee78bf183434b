import { expect, test } from 'vitest';
import { ask, runServer } from '@/lib/web/testing/running-server';
import { BodyRoom, tooLarge } from './bodies';

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

test('a large body waits for its turn, two of one network and four in all, while others are answered', async () => {
  const held: (() => void)[] = [];
  const busy = await runServer(
    async (request, response) => {
      if (request.method === 'POST') await new Promise<void>((go) => held.push(go));
      response.end('ok');
    },
    { trustedProxies: 1, bodies: new BodyRoom(1_500) },
  );
  const head = 'Content-Disposition: form-data; name="files"; filename="a.png"';
  const body = `--end\r\n${head}\r\n\r\n${'x'.repeat(2_000_000)}\r\n--end--`;
  const send = (network: number) =>
    ask(busy.port, '/report', {
      method: 'POST',
      headers: {
        'content-type': 'multipart/form-data; boundary=end',
        'content-length': body.length,
        'x-forwarded-for': `203.0.${network}.1`,
      },
      body,
    });
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
