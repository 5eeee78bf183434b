import fc from 'fast-check';
import { hostileNumbers, hostileTexts, unstorableTexts } from '@/lib/platform/testing/hostile-strings';

/** One way to spoil a call that is right, by what it changes. */
export type Spoiling =
  | { kind: 'field'; at: number; value: unknown }
  | { kind: 'inner'; at: number; value: unknown }
  | { kind: 'path'; at: number; raw: string }
  | { kind: 'query'; at: number; raw: string }
  | { kind: 'body'; bytes: Uint8Array<ArrayBuffer>; type: string }
  | { kind: 'header'; name: string; value: string }
  | { kind: 'method'; method: string };

export interface Attempt {
  route: number;
  caller: number;
  spoilings: Spoiling[];
}

const texts = fc.oneof(
  fc.constantFrom(...hostileTexts, ...unstorableTexts),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    ...['x'.repeat(70_000), '2026-02-30T25:00:00Z', '0000-01-01T00:00:00Z', '-', '----', 'null'],
  ),
);
const numbers = fc.oneof(fc.constantFrom(...hostileNumbers), fc.double(), fc.maxSafeInteger());
const values = fc.oneof(
  { weight: 4, arbitrary: texts },
  { weight: 2, arbitrary: numbers },
  fc.constantFrom(null, true, [], {}, [[]], [null], { x: 1 }, { __proto__: null }),
  fc.array(texts, { maxLength: 3 }),
  fc.jsonValue({ maxDepth: 3 }),
);
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 60 }).map((given) => Uint8Array.from(given)),
  fc
    .constantFrom(
      ...['', '{', '[]', '""', 'null', '1', '{"a":1}}', '{"__proto__":1}', `{"a":${'['.repeat(5_000)}`],
      ...['{"ref":"\\ud800"}', '{"text":"\\u0000"}', '{"a":1e999}', `{"a":"${'x'.repeat(1_100_000)}"}`],
    )
    .map((text) => Uint8Array.from(Buffer.from(text))),
  fc.constant(Uint8Array.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xc3, 0x28, 0x22, 0x7d])),
);
const types = fc.constantFrom(
  ...[
    'application/json',
    'application/json; charset=latin1',
    'text/plain',
    'multipart/form-data',
    '',
    'image/png',
  ],
);
const encoded = fc.oneof(
  texts.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 2_000)),
  numbers.map((number) => encodeURIComponent(number)),
  fc.constantFrom(...['%FF', '%C0%80', '%ED%A0%80', '%', '%zz', 'a%2Fb', '..', '%2e%2e', '', '-', '%00']),
);
const place = fc.nat(40);

const spoiling: fc.Arbitrary<Spoiling> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('field' as const), at: place, value: values }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('inner' as const), at: place, value: values }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('path' as const), at: place, raw: encoded }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('query' as const), at: place, raw: encoded }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('body' as const), bytes, type: types }) },
  fc.record({
    kind: fc.constant('header' as const),
    name: fc.constantFrom(
      'idempotency-key',
      'cookie',
      'authorization',
      'if-match',
      'last-event-id',
      'x-request-id',
      'user-agent',
    ),
    value: fc.string({ unit: fc.constantFrom(...'az09-_;=, %"\\é\t'), maxLength: 60 }),
  }),
  fc.record({
    kind: fc.constant('method' as const),
    method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'),
  }),
);

/** The same calls in every run. */
export function attempts(seed: number, numRuns: number): Attempt[] {
  const one = fc.record({
    route: fc.nat(),
    caller: fc.nat(),
    spoilings: fc.array(spoiling, { minLength: 1, maxLength: 2 }),
  });
  return fc.sample(one, { seed, numRuns });
}
