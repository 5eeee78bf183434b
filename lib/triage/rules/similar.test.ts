import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Comparable, likenessThreshold, meaningfulWords, similarReports } from './similar';

const at = new Date('2026-06-09T13:00:00Z');
const report = (id: string, text: string, extra: Partial<Comparable> = {}): Comparable => ({
  id,
  text,
  serviceId: 'search',
  at,
  ...extra,
});

/** How alike two texts of the same service and time are found, 0 when not alike enough. */
const score = (a: string, b: string) => similarReports(report('a', a), [report('b', b)])[0]?.score ?? 0;

const mine = report('mine', 'Documents I added this morning don’t come up in Search');

describe('similar reports', () => {
  test('are those with the same words, service and time, most alike first', () => {
    const others = [
      report('other', 'Printing is slow'),
      report('near', 'Documents from this morning are missing in search'),
      report('same', 'documents added this morning do not come up in search'),
      mine,
    ];
    expect(similarReports(mine, others).map(({ id }) => id)).toEqual(['same', 'near']);
  });

  test('the same service at the same time is not enough', () => {
    const [found] = similarReports(mine, [report('other', 'Zzz qqq')]);
    expect(found).toBeUndefined();
  });

  test('the same words about another service, or long ago, count for less', () => {
    const text = 'The shared inbox counts are wrong';
    const others = [
      report('here', text),
      report('unknown', text, { serviceId: null }),
      report('elsewhere', text, { serviceId: 'mail' }),
      report('old', text, { at: new Date('2026-05-09T13:00:00Z') }),
    ];
    const scores = similarReports(report('x', text), others);
    expect(scores.map(({ id }) => id)).toEqual(['here', 'old', 'unknown', 'elsewhere']);
    expect(scores[0]?.score).toBeCloseTo(1);
  });

  test('no more than asked for', () => {
    const others = Array.from({ length: 20 }, (_, number) => report(String(number), mine.text));
    expect(similarReports(mine, others)).toHaveLength(5);
    expect(similarReports(mine, others, 2)).toHaveLength(2);
  });
});

describe('words', () => {
  test('accents, case, apostrophes and fillers do not matter', () => {
    expect(meaningfulWords('The Café’s page isn’t there, and I can’t print')).toEqual([
      'cafes',
      'page',
      'isnt',
      'cant',
      'print',
    ]);
    expect(score('Search is DOWN', 'search down')).toBe(1);
    expect(score('', 'search down')).toBe(0);
  });

  test('a text of a million characters is compared like a short one', () => {
    const long = 'search down '.repeat(100_000);
    expect(score(long, 'search down')).toBeGreaterThan(0.9);
  });

  test('likeness is the same both ways and between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (a, b) => {
        expect(score(a, b)).toBe(score(b, a));
        expect(score(a, b)).toBeGreaterThanOrEqual(0);
        expect(score(a, b)).toBeLessThanOrEqual(1);
      }),
    );
    expect(likenessThreshold).toBeGreaterThan(0.25 + 0.1);
  });
});
