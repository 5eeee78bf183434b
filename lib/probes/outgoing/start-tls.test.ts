import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { selfSigned } from '@/lib/probes/testing/certificate';
import { runTest, says } from '@/lib/probes/testing/says';
import { closeServers, httpServer, plainServer, tlsServer } from '@/lib/probes/testing/servers';

afterEach(closeServers);

const days = (count: number) => new Date(Date.now() + count * 86_400_000 + 3_600_000);
const good = selfSigned({ names: ['localhost', '127.0.0.1'], from: days(-10), to: days(90) });
const short = selfSigned({ names: ['127.0.0.1'], from: days(-10), to: days(5) });
const expired = selfSigned({
  names: ['127.0.0.1'],
  from: new Date('2025-01-01'),
  to: new Date('2026-03-03'),
});
const other = selfSigned({ names: ['other.example.org'], from: days(-10), to: days(90) });
const unknown = selfSigned({ names: ['127.0.0.1'], from: days(-10), to: days(90) });
const before = getCACertificates('default');
beforeAll(() => setDefaultCACertificates([good, short, expired, other].map(({ cert }) => cert)));
afterAll(() => setDefaultCACertificates(before));

test('judges the certificate', async () => {
  const ask = async (pair: typeof good, more = {}) => {
    const port = await tlsServer(pair, (_, response) => response.end('hello'));
    const spoken = await says({ kind: 'TLS', host: '127.0.0.1', port, ...more });
    return spoken.replace(`:${port}`, ':443').replace(/\d+ \w+ 20\d\d, /, 'a day, ');
  };
  expect(await ask(good)).toBe(
    'OK: The certificate of 127.0.0.1:443 is valid until a day, 90 days from now.',
  );
  expect(await ask(short)).toBe(
    'FAULT TLS: The certificate of 127.0.0.1:443 is valid until a day, 5 days from now; at least 14 were expected.',
  );
  expect(await ask(expired)).toBe('FAULT TLS: The certificate of 127.0.0.1:443 expired on 3 March 2026.');
  expect(await ask(other)).toBe(
    'FAULT TLS: The certificate of 127.0.0.1:443 was made for another name than 127.0.0.1.',
  );
  expect(await ask(unknown)).toBe(
    'FAULT TLS: The certificate of 127.0.0.1:443 is signed by itself, and Standby does not know it.',
  );
  expect(await ask(other, { servername: 'other.example.org' })).toContain('OK');
});

test('a page is read only behind a certificate that is believed', async () => {
  const asked: string[] = [];
  const start = (pair: typeof good) =>
    tlsServer(pair, (request, response) => {
      asked.push(String(request.url));
      response.end('hello');
    });
  const url = `https://localhost:${await start(good)}/good`;
  const seen = await runTest({ kind: 'HTTP', request: { url }, expect: { text: 'hello' } });
  expect(seen).toMatchObject({ outcome: 'OK' });
  expect(seen.timings.tlsMs).toBeGreaterThan(0);
  const doubtful = `https://127.0.0.1:${await start(unknown)}/secret`;
  expect(await says({ kind: 'HTTP', request: { url: doubtful } })).toContain('FAULT TLS');
  expect(asked).toEqual(['/good']);
});

test('what does not encrypt is told so', async () => {
  const port = await httpServer((_, response) => response.end());
  expect(await says({ kind: 'TLS', host: '127.0.0.1', port })).toBe(
    `FAULT TLS: 127.0.0.1:${port} answered, but without encryption.`,
  );
  const mute = await plainServer(() => {});
  expect(await says({ kind: 'TLS', host: '127.0.0.1', port: mute, timeoutMs: 100 })).toBe(
    `FAULT TIMEOUT: 127.0.0.1:${mute} did not agree on encryption within 100 ms.`,
  );
});
