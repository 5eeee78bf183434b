import { expect, test } from 'vitest';
import type { HttpAnswer, ReceivedAnswer } from './answer';
import { comparisonSchema } from './case';
import { compareAnswers } from './compare';
import { volatileParts } from './volatile';

function answer(body: unknown, etag = 'a', status = 200): ReceivedAnswer<HttpAnswer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { 'content-type': 'application/json', etag };
  return {
    answer: { kind: 'HTTP', status, headers, size: text.length, sha256: text, excerpt: text },
    text,
    latencyMs: 5,
  };
}

const json = comparisonSchema.parse({ kind: 'HTTP', headers: ['content-type', 'etag'] });

test('what changes between two answers is proposed once for every item of a list', () => {
  const at = (time: string) => ({
    asOf: time,
    items: [
      { id: 1, seen: time },
      { id: 2, seen: time },
    ],
    n: 2,
  });
  expect(volatileParts(answer(at('10:00'), 'a'), answer(at('10:01'), 'b'), json)).toEqual({
    headers: ['etag'],
    paths: ['asOf', 'items[*].seen'],
    sentence: null,
  });
});

test('with what is proposed left out, the two answers match', () => {
  const [a, b] = [
    answer({ at: 1, list: [1, 2], deep: { rows: [{ t: 1 }] } }, 'a'),
    answer({ at: 2, list: [1, 2, 3], deep: { rows: [{ t: 2 }] } }, 'b'),
  ];
  const { headers, paths } = volatileParts(a, b, json);
  const kept = comparisonSchema.parse({
    kind: 'HTTP',
    headers: ['content-type', 'etag'].filter((name) => !headers.includes(name)),
    body: { as: 'JSON', ignore: paths },
  });
  expect(compareAnswers(a, b, kept).outcome).toBe('MATCH');
});

test('two equal answers propose nothing', () => {
  expect(volatileParts(answer({ a: 1 }), answer({ a: 1 }), json)).toEqual({
    headers: [],
    paths: [],
    sentence: null,
  });
});

test('a status or a text that changes has no cure by paths, and says so', () => {
  expect(volatileParts(answer({}, 'a', 200), answer({}, 'a', 503), json).sentence).toBe(
    'It answered 200, and 503 a moment later.',
  );
  const text = comparisonSchema.parse({ kind: 'HTTP', body: { as: 'TEXT' } });
  expect(volatileParts(answer('it is 10:00'), answer('it is 10:01'), text).sentence).toContain(
    'Compare only some words',
  );
});
