import { expect, test } from 'vitest';
import { caseRequestSchema, comparisonSchema } from './case';
import { httpRequestAt, probeAt, requestWords } from './target';
import { comparisonWords, leftOutWords, mustEqualWords, timeWords } from './words';

const http = comparisonSchema.parse({
  kind: 'HTTP',
  headers: ['content-type', 'x-archive'],
  body: {
    as: 'JSON',
    ignore: ['asOf', 'items[*].seen'],
    tolerances: [{ path: 'total', absolute: 5, relative: 0.02 }],
    unordered: [{ path: 'items', key: 'id' }],
  },
  latency: { maxMs: 800 },
});

test('what a case compares is said in words', () => {
  expect(comparisonWords(http)).toBe('status, 2 headers, JSON, 2 places ignored');
  expect(mustEqualWords(http)).toBe('status, content-type, x-archive, JSON');
  expect(leftOutWords(http)).toBe(
    'asOf, items[*].seen, order of items, total by 5 or 2 %, fields that are new',
  );
  expect(timeWords(http.latency, 180, 31)).toBe('At most 800 ms. Baseline 180 ms, now 31 ms.');
  expect(timeWords({ maxMs: null, factor: null }, 180, null)).toBe('Not compared. Baseline 180 ms.');
  const nothing = comparisonSchema.parse({
    kind: 'HTTP',
    status: false,
    headers: [],
    body: { as: 'NOTHING' },
  });
  expect(comparisonWords(nothing)).toBe('that it answers');
});

test('a case is asked at the address and nowhere else', () => {
  const path = (text: string) => caseRequestSchema.parse({ kind: 'HTTP', path: text }) as never;
  expect(httpRequestAt(path('/items'), 'http://a.example:81')).toMatchObject({
    url: 'http://a.example:81/items',
  });
  expect(httpRequestAt(path('/items?x=1'), 'https://a.example/shop/')).toMatchObject({
    url: 'https://a.example/shop/items?x=1',
  });
  for (const sly of ['/\\evil.example/x', '/@evil.example', '/..//evil.example', '/:80@evil.example/']) {
    const { url } = httpRequestAt(path(sly), 'http://a.example');
    expect(new URL(url).host).toBe('a.example');
  }
  const look = (given: object) => caseRequestSchema.parse(given) as never;
  expect(probeAt(look({ kind: 'TCP' }), 'https://[::1]/', 500)).toMatchObject({ host: '::1', port: 443 });
  expect(probeAt(look({ kind: 'TCP', port: 25 }), 'http://a.example', 500)).toMatchObject({ port: 25 });
  expect(requestWords(look({ kind: 'TLS', servername: 'files.example', minDays: 30 }))).toBe(
    'Certificate of files.example, valid over 30 days',
  );
});
