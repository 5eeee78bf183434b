import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { http, json, received } from '@/lib/suites/testing/received';
import { compareAnswers } from './compare';

describe('for any JSON', () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  const whole = http({ body: { as: 'JSON', extra: 'REFUSED' } });

  test('it is as itself, and as itself with fields in another order', () => {
    const turned = (given: unknown): unknown => {
      if (Array.isArray(given)) return given.map(turned);
      if (typeof given !== 'object' || given === null) return given;
      return Object.fromEntries(
        Object.entries(given)
          .reverse()
          .map(([key, item]) => [key, turned(item)]),
      );
    };
    fc.assert(
      fc.property(value, (given) => {
        expect(compareAnswers(json(given), json(turned(given)), whole).outcome).toBe('MATCH');
      }),
    );
  });

  test('two that are not equal differ somewhere, and every difference has a place and a sentence', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [x, y] = [JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))];
        const { outcome, differences } = compareAnswers(json(a), json(b), whole);
        const same = sameJson(x, y);
        expect(outcome).toBe(same ? 'MATCH' : 'DIFFER');
        for (const { sentence } of differences) expect(sentence).toMatch(/\S.*\.$/s);
        // What is stored goes through a jsonb column, which refuses NUL and lone surrogates.
        expect(JSON.stringify(differences)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
      }),
    );
  });

  test('more than is known is allowed, at any depth, unless refused', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), fc.string(), value, (known, name, extra) => {
        fc.pre(!Object.hasOwn(known, name) && name !== '__proto__');
        const more = { ...known, [name]: extra };
        expect(compareAnswers(json(known), json(more), http()).outcome).toBe('MATCH');
        expect(compareAnswers(json(known), json(more), whole).outcome).toBe('DIFFER');
      }),
    );
  });

  test('the order of a list counts unless it is named as unordered', () => {
    const body = { as: 'JSON', unordered: [{ path: '$', key: null }] };
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 2, maxLength: 8 }), (list) => {
        const [first, ...others] = list;
        const turned = [...others, first];
        expect(compareAnswers(json(list), json(turned), http({ body })).outcome).toBe('MATCH');
        const isSame = JSON.stringify(list) === JSON.stringify(turned);
        expect(compareAnswers(json(list), json(turned), http()).outcome).toBe(isSame ? 'MATCH' : 'DIFFER');
      }),
    );
  });

  test('a number within its tolerance is as good, and one beyond it is not', () => {
    const rules = (given: object) => http({ body: { as: 'JSON', tolerances: [{ path: 'n', ...given }] } });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000 }), (n, off) => {
        const near = (given: object, got: number) =>
          compareAnswers(json({ n }), json({ n: got }), rules(given)).outcome === 'MATCH';
        expect(near({ absolute: off }, n + off)).toBe(true);
        expect(near({ absolute: off }, n - off)).toBe(true);
        expect(near({ absolute: off }, n + off + 1)).toBe(false);
        expect(near({ relative: 0.1 }, n * 1.0999)).toBe(true);
        expect(near({ relative: 0.1 }, n * 1.11)).toBe(false);
      }),
    );
  });
});

function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [x, y] = [Object.entries(a), b as Record<string, unknown>];
  return (
    x.length === Object.keys(y).length &&
    x.every(([key, item]) => Object.hasOwn(y, key) && sameJson(item, y[key]))
  );
}

test('a body nested without end is told, not a crash', () => {
  const deep = `${'['.repeat(5_000)}1${']'.repeat(5_000)}`;
  const other = `${'['.repeat(5_000)}2${']'.repeat(5_000)}`;
  expect(compareAnswers(received(deep), received(other), http()).sentence).toBe(
    'The body is nested too deeply to compare.',
  );
});
