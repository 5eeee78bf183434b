import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Issued, issued } from '@/lib/probes/testing/certificate';
import { runTest, says } from '@/lib/probes/testing/says';
import { closeServers, tlsServer } from '@/lib/probes/testing/servers';

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
