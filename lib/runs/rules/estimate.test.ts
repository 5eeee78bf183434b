import { describe, expect, test } from 'vitest';
import { type EstimateInput, estimate, medianSeconds, type PastRun } from './estimate';

const now = new Date('2026-06-09T14:00:00Z');
const steps = [
  { id: 'load', name: 'Reload data' },
  { id: 'check', name: 'Check it works' },
];

function drill(load: number, check: number, daysAgo = 3, over: Partial<PastRun> = {}): PastRun {
  const finishedAt = new Date(now.getTime() - daysAgo * 86_400_000).toISOString();
  return { id: `${load}`, mode: 'DRILL', finishedAt, seconds: { load, check }, ...over };
}
const of = (runs: PastRun[], over: Partial<EstimateInput> = {}) =>
  estimate({ runs, steps, elapsedSeconds: null, of: 'WHOLE', staleAfterDays: 180, now, ...over });

const five = [300, 310, 290, 330, 305].map((load) => drill(load, 60));

describe('what may be said', () => {
  test('never drilled: no time at all', () => {
    const claim = of([]);
    expect(claim).toMatchObject({ basis: 'NEVER', p50Seconds: null, p90Seconds: null, toSeconds: null });
    expect(claim).toMatchObject({ fromSeconds: null, samples: [], words: 'never drilled' });
  });

  test.each([
    [[drill(300, 60)], 'took 6 min in 1 drill, the last 3 days ago'],
    [[drill(300, 60), drill(480, 60, 0)], 'took 6 to 9 min in 2 drills, the last today'],
    [
      [drill(300, 60), drill(480, 60, 1, { mode: 'LIVE' })],
      'took 6 to 9 min in 1 drill and 1 live run, the last yesterday',
    ],
  ])('one or two: the plain fact', (runs, words) => {
    expect(of(runs)).toMatchObject({ basis: 'FEW', words, p90Seconds: null, toSeconds: null });
  });

  test('three: a range, without percentiles', () => {
    const claim = of(five.slice(0, 3));
    expect(claim).toMatchObject({ basis: 'RANGE', p90Seconds: null });
    expect(claim.words).toMatch(/^between \d and \d+ min, from 3 drills, the last 3 days ago$/);
  });

  test('five: p50 and p90 in those words', () => {
    const claim = of(five);
    expect(claim.basis).toBe('PERCENTILES');
    expect(claim.words).toMatch(/^6 to 7 min \(p50 to p90\), from 5 drills, the last 3 days ago$/);
    expect(claim.p50Seconds).toBeGreaterThan(350);
    expect(claim.p90Seconds).toBeGreaterThan(claim.p50Seconds ?? 0);
  });

  test('the ends are rounded so that they promise less, never more', () => {
    const { p50Seconds, p90Seconds, fromSeconds, toSeconds } = of(five);
    expect(fromSeconds).toBeLessThanOrEqual(p50Seconds ?? 0);
    expect(toSeconds).toBeGreaterThanOrEqual(p90Seconds ?? 0);
  });
});

describe('what lowers the claim', () => {
  const old = five.map((run) => ({ ...run, finishedAt: '2025-06-09T14:00:00.000Z' }));

  test('a stale last drill', () => {
    const claim = of(old);
    expect(claim).toMatchObject({ basis: 'RANGE', stale: true, p90Seconds: null });
    expect(claim.words).toContain('365 days ago, too long ago to promise more');
    expect(of(old.slice(0, 3))).toMatchObject({ basis: 'FEW', stale: true, toSeconds: null });
  });

  test('a step that no run has timed is named', () => {
    const claim = of(five, { steps: [...steps, { id: 'new', name: 'Warm the cache' }] });
    expect(claim).toMatchObject({ untimed: 1, untimedSteps: ['Warm the cache'] });
    expect(claim.words).toContain('“Warm the cache” was never timed and comes on top');
  });

  test('a plan written anew was never drilled', () => {
    expect(of(five, { steps: [{ id: 'other', name: 'Other' }] }).basis).toBe('NEVER');
  });
});

describe('from the middle of a run', () => {
  const left = { elapsedSeconds: 200, of: 'LEFT' } as const;

  test('the time that the step in progress has taken is off', () => {
    const [whole, later] = [of(five), of(five, left)];
    expect(later.p50Seconds).toBeLessThan((whole.p50Seconds ?? 0) - 150);
    expect(later.samples).toEqual([150, 160, 165, 170, 190]);
  });

  test('a step that takes longer than ever moves the end on, never to now', () => {
    const overdue = of(five, { ...left, elapsedSeconds: 900 });
    expect(overdue.p50Seconds).toBeGreaterThan(60);
    expect(overdue.p90Seconds).toBeGreaterThan(300);
    expect(overdue.samples).toEqual([60, 60, 60, 60, 60]);
  });

  test('one drill says what it took from here', () => {
    expect(of([drill(300, 60)], left).words).toMatch(/^took 3 min from here in 1 drill,/);
  });
});

test('the same history gives the same figures', () => {
  expect(of(five)).toEqual(of([...five]));
});

test('the median of a step is of the runs that timed it', () => {
  expect(medianSeconds([...five, drill(0, 90, 3, { seconds: { check: 90 } })], 'load')).toBe(305);
  expect(medianSeconds([], 'load')).toBeNull();
});
