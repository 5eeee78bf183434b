import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Issued, issued } from '@/lib/probes/testing/certificate';
import { runTest, says } from '@/lib/probes/testing/says';
import { closeServers, plainServer, tlsServer } from '@/lib/probes/testing/servers';

afterEach(closeServers);

const days = (count: number) => new Date(Date.now() + count * 86_400_000 + 3_600_000);
const valid = (name: string, from: Date, to: Date) => ({ names: [name], from, to });
const root = issued(valid('The root', days(-1_000), days(1_000)), undefined, true);
const before = getCACertificates('default');
beforeAll(() => setDefaultCACertificates([root.cert]));
afterAll(() => setDefaultCACertificates(before));

/** A server whose certificate is valid for 300 days, behind another that signs it. */
async function behind(middle: Issued, sends = true) {
  const leaf = issued(valid('127.0.0.1', days(-10), days(300)), middle);
  const cert = sends ? leaf.cert + middle.cert : leaf.cert;
  return await tlsServer({ key: leaf.key, cert }, (_, response) => response.end());
}

const middle = (from: Date, to: Date) => issued(valid('The middle', from, to), root, true);

async function said(port: number, more = {}) {
  const sentence = await says({ kind: 'TLS', host: '127.0.0.1', port, ...more });
  return sentence.replace(`:${port}`, '').replace(/\d+ \w+ 20\d\d, /, 'a day, ');
}

test('one in the middle that expired is named with its own date', async () => {
  const port = await behind(middle(days(-700), new Date('2026-03-03')));
  const sentence = 'The certificate “The middle”, which signs that of 127.0.0.1, expired on 3 March 2026.';
  expect(await said(port)).toBe(`FAULT TLS: ${sentence}`);
  const page = await says({ kind: 'HTTP', request: { url: `https://127.0.0.1:${port}/` } });
  expect(page.replace(`:${port}`, '')).toBe(`FAULT TLS: ${sentence}`);
});

test('one in the middle that is not yet valid, too', async () => {
  expect(await said(await behind(middle(new Date('2040-05-06'), new Date('2041-05-06'))))).toBe(
    'FAULT TLS: The certificate “The middle”, which signs that of 127.0.0.1, is valid only from 6 May 2040 on.',
  );
});

test('the days that are expected are expected of each that is needed', async () => {
  const port = await behind(middle(days(-700), days(5)));
  expect(await said(port)).toBe(
    'FAULT TLS: The certificate “The middle”, which signs that of 127.0.0.1, is valid until a day, 5 days from now; at least 14 were expected.',
  );
  expect(await said(port, { minDays: 3 })).toBe(
    'OK: The certificate of 127.0.0.1 is valid until a day, 300 days from now.',
  );
  const { evidence } = await runTest({ kind: 'TLS', host: '127.0.0.1', port });
  expect(evidence).toMatchObject({ signedBy: [{ subject: 'The middle' }, { subject: 'The root' }] });
});

test('what the server did not send is told', async () => {
  expect(await said(await behind(middle(days(-10), days(100)), false))).toBe(
    'FAULT TLS: The certificate of 127.0.0.1 is signed by “The middle”, whose certificate the server did not send, and Standby does not know it.',
  );
});

test('an unknown root at the end of the chain is named', async () => {
  const stranger = issued(valid('A stranger', days(-10), days(100)), undefined, true);
  expect(await said(await behind(stranger))).toBe(
    'FAULT TLS: The certificate of 127.0.0.1 leads to “A stranger”, which is signed by itself, and Standby does not know it.',
  );
});

test('one that may not sign others is told, and not called unknown', async () => {
  const leaf = issued(valid('A leaf', days(-10), days(300)), root);
  expect(await said(await behind(leaf))).toBe(
    'FAULT TLS: The certificate of 127.0.0.1 is signed by one that may not sign it.',
  );
});

test('one that ended a moment ago is told with the time', async () => {
  const ended = new Date(Date.now() - 3_600_000);
  expect(await said(await behind(middle(days(-700), ended)))).toMatch(
    /, expired on \d+ \w+ 20\d\d at \d\d:\d\d UTC\.$/,
  );
});

describe('people are led to every address of a name, so each has to show a good certificate', () => {
  const name = 'shop.example.org';
  const lookup = async () => ['127.0.0.1', '127.0.0.2'];
  const good = issued(valid(name, days(-10), days(300)), root);
  const answer = (_: unknown, response: { end(): void }) => response.end();
  const at = async (second: (port: number) => Promise<unknown>) => {
    const port = await tlsServer(good, answer);
    await second(port);
    const found = await says({ kind: 'TLS', host: name, port }, { lookup });
    return found.replaceAll(`:${port}`, '').replace(/\d+ \w+ 20\d\d, /, 'a day, ');
  };
  const shows = (pair: Issued) => (port: number) => tlsServer(pair, answer, { host: '127.0.0.2', port });

  test.each<[string, Issued, string]>([
    [
      'made for another name',
      issued(valid('other.example.org', days(-10), days(300)), root),
      'was made for another name than shop.example.org.',
    ],
    [
      'that expired',
      issued(valid(name, days(-100), new Date('2026-03-03')), root),
      'expired on 3 March 2026.',
    ],
    [
      'that ends soon',
      issued(valid(name, days(-100), days(5)), root),
      'is valid until a day, 5 days from now; at least 14 were expected.',
    ],
    [
      'that nobody signs',
      issued(valid(name, days(-10), days(300))),
      'is signed by itself, and Standby does not know it.',
    ],
  ])('the second shows one %s', async (_, pair, sentence) => {
    expect(await at(shows(pair))).toBe(
      `FAULT TLS: The certificate of shop.example.org at 127.0.0.2 ${sentence}`,
    );
  });

  test('the second does not encrypt', async () => {
    const plain = (port: number) =>
      plainServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), { host: '127.0.0.2', port });
    expect(await at(plain)).toBe(
      'FAULT TLS: shop.example.org at 127.0.0.2 answered, but without encryption.',
    );
  });

  test('the second shows a good one, or is none that answers', async () => {
    const content = 'OK: The certificate of shop.example.org is valid until a day, 300 days from now.';
    expect(await at(shows(issued(valid(name, days(-10), days(200)), root)))).toBe(content);
    expect(await at(async () => undefined)).toBe(content);
  });
});
