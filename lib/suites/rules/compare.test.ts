import { describe, expect, test } from 'vitest';
import { http, json, received } from '@/lib/suites/testing/received';
import type { ReceivedAnswer } from './answer';
import { comparisonSchema } from './case';
import { compareAnswers, limitMs } from './compare';

const sentences = (known: ReceivedAnswer, got: ReceivedAnswer, comparison = http()) =>
  compareAnswers(known, got, comparison).differences.map(({ sentence }) => sentence);

describe('what a manager reads', () => {
  test('a count', () => {
    const items = (count: number) => json({ items: Array.from({ length: count }, (_, id) => ({ id })) });
    expect(compareAnswers(items(312), items(309), http())).toEqual({
      outcome: 'DIFFER',
      sentence: 'Count of items: expected 312, got 309.',
      differences: [
        {
          path: 'items.length',
          expected: '312',
          actual: '309',
          sentence: 'Count of items: expected 312, got 309.',
        },
      ],
    });
  });

  test('a status, and one line about the body that came with it', () => {
    const got = received('{"error":"forbidden"}', { status: 403, size: 61 });
    expect(sentences(json({ page: 4 }, { size: 84_112 }), got)).toEqual([
      'Status: expected 200 OK, got 403 Forbidden.',
      'The body differs: expected 84,112 bytes, got 61 bytes.',
    ]);
    expect(compareAnswers(json({ page: 4 }), got, http()).sentence).toBe(
      'Status: expected 200 OK, got 403 Forbidden. 1 more difference.',
    );
  });

  test('a header', () => {
    const of = (type?: string) => received('[]', { headers: type ? { 'content-type': type } : {} });
    expect(sentences(of('image/png'), of('text/html'))).toEqual([
      'Header content-type: expected image/png, got text/html.',
    ]);
    expect(sentences(of('image/png'), of())).toEqual(['Header content-type is missing: expected image/png.']);
    expect(sentences(of(), of('text/html'))).toEqual(['Header content-type is new: got text/html.']);
  });

  test('values, missing fields, other types', () => {
    const known = json({ items: [{ price: 4.2, name: 'Tea', stock: 4 }], open: true });
    const got = json({ items: [{ price: 4.5, stock: '4' }], open: null });
    expect(sentences(known, got)).toEqual([
      'price in items[0]: expected 4.2, got 4.5.',
      'name in items[0] is missing: expected “Tea”.',
      'stock in items[0]: expected the number 4, got the text “4”.',
      'open: expected true, got null.',
    ]);
  });

  test('items by their key, whatever the order', () => {
    const body = { as: 'JSON', unordered: [{ path: 'items', key: 'id' }] };
    const known = json({
      items: [
        { id: 'a', n: 1 },
        { id: 'b', n: 2 },
        { id: 'c', n: 3 },
      ],
    });
    const got = json({
      items: [
        { id: 'c', n: 3 },
        { id: 'a', n: 9 },
        { id: 'd', n: 4 },
      ],
    });
    expect(sentences(known, got, http({ body }))).toEqual([
      'n in items[id=a]: expected 1, got 9.',
      'items has no item with id b.',
      'items has an item that is not known: id d.',
    ]);
  });

  test('a body that is no JSON any more, or empty', () => {
    expect(sentences(json({}), received('<html><body>Bad gateway</body></html>'))).toEqual([
      'The body is no JSON: it begins with “<html><body>Bad gateway</body></html>”.',
    ]);
    expect(sentences(json({}), received('', { size: 0 }))).toEqual(['The body is no JSON: it is empty.']);
  });

  test('text: a line, words, bytes', () => {
    const text = (as: object) => http({ headers: [], body: as });
    expect(sentences(received('one\ntwo'), received('one\n2'), text({ as: 'TEXT' }))).toEqual([
      'Line 2 of the text: expected “two”, got “2”.',
    ]);
    expect(sentences(received('one'), received('one\nmore'), text({ as: 'TEXT' }))).toEqual([
      'Line 2 of the text: expected no further line, got “more”.',
    ]);
    const contains = text({ as: 'CONTAINS', texts: ['Welcome', '.*'] });
    expect(sentences(received('Welcome .*'), received('Welcome all'), contains)).toEqual([
      'The text “.*” is not in the answer.',
    ]);
    expect(sentences(received('abcd'), received('abce'), text({ as: 'BYTES' }))).toEqual([
      'The body has as many bytes, 4 bytes, but other ones: its SHA-256 differs.',
    ]);
    expect(sentences(received('abcd'), received('other'), text({ as: 'NOTHING' }))).toEqual([]);
  });

  test('time: slow alone is SLOW, beside a difference it is one more', () => {
    const slow = { ...json({ a: 1 }), latencyMs: 900 };
    const rule = http({ latency: { maxMs: 800 } });
    expect(compareAnswers(json({ a: 1 }), slow, rule)).toMatchObject({
      outcome: 'SLOW',
      sentence: 'Took 900 ms: at most 800 ms, and 20 ms in the baseline.',
    });
    expect(compareAnswers(json({ a: 2 }), slow, rule)).toMatchObject({ outcome: 'DIFFER' });
    expect(limitMs(10, { maxMs: null, factor: 3 })).toBe(100);
    expect(limitMs(100, { maxMs: 250, factor: 3 })).toBe(250);
    expect(limitMs(100, { maxMs: null, factor: null })).toBeNull();
  });
});

test('another page that answers in the place of the one that was asked differs, whatever it says', () => {
  const nothing = http({ headers: [], body: { as: 'NOTHING' } });
  const page = (redirected?: boolean) => json({}, redirected === undefined ? {} : { redirected });
  const says = 'It was redirected, so another page answered.';
  expect(sentences(page(false), page(true), nothing)).toEqual([says]);
  expect(sentences(page(true), page(false), nothing)).toHaveLength(1);
  expect(sentences(page(true), page(true), nothing)).toEqual([]);
  // Of a baseline from before, that is not known.
  expect(sentences(page(), page(true), nothing)).toEqual([]);
});

describe('names, ports, certificates', () => {
  const look = (kind: 'TCP' | 'TLS' | 'DNS', given: object = {}): ReceivedAnswer => ({
    answer: { kind, ok: true, sentence: 'It answers.', addresses: [], issuer: null, ...given },
    text: null,
    latencyMs: 5,
  });
  const rule = (given: object) => comparisonSchema.parse(given);

  test('a refusal is told as it was seen', () => {
    const got = look('TCP', { ok: false, sentence: 'Nothing listens on port 4101.' });
    expect(compareAnswers(look('TCP'), got, rule({ kind: 'TCP' }))).toMatchObject({
      outcome: 'DIFFER',
      sentence: 'Nothing listens on port 4101.',
    });
  });

  test('addresses and issuers count only when asked for', () => {
    const [a, b] = [
      look('DNS', { addresses: ['10.0.0.2', '10.0.0.1'] }),
      look('DNS', { addresses: ['10.0.0.3'] }),
    ];
    expect(sentences(a, b, rule({ kind: 'DNS' }))).toEqual([]);
    expect(sentences(a, b, rule({ kind: 'DNS', addresses: true }))).toEqual([
      'Addresses: expected 10.0.0.1, 10.0.0.2, got 10.0.0.3.',
    ]);
    const [c, d] = [look('TLS', { issuer: 'R3' }), look('TLS', { issuer: 'Self' })];
    expect(sentences(c, d, rule({ kind: 'TLS' }))).toEqual([]);
    expect(sentences(c, d, rule({ kind: 'TLS', issuer: true }))).toEqual([
      'Issuer of the certificate: expected R3, got Self.',
    ]);
  });
});
