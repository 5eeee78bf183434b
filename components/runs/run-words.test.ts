import { describe, expect, test } from 'vitest';
import type { Estimate } from '@/lib/runs/queries/plan-views';
import type { RunView } from '@/lib/runs/queries/views';
import { headline } from './run-words';

const claim: Estimate = {
  basis: 'PERCENTILES',
  runs: 7,
  drills: 7,
  lastAt: '2026-06-01T10:00:00Z',
  stale: false,
  untimed: 0,
  untimedSteps: [],
  p50Seconds: 1_400,
  p90Seconds: 2_600,
  fromSeconds: 1_380,
  toSeconds: 2_640,
  samples: [1_200, 2_000],
  words: '',
};
const run = (over: Partial<RunView>): RunView =>
  ({ state: 'RUNNING', mode: 'LIVE', now: '2026-06-09T14:18:00Z', estimate: claim, ...over }) as RunView;
const said = (over: Partial<RunView>) => headline(run(over), 'UTC');

describe('the sentence over a run', () => {
  test('a range is told as one', () => {
    expect(said({})).toBe('Likely back between 14:41 and 15:02 UTC');
    expect(said({ mode: 'DRILL' })).toBe('Likely done between 14:41 and 15:02 UTC');
  });

  test('a matter of seconds is told in seconds', () => {
    const short = { ...claim, fromSeconds: 20, toSeconds: 45 };
    expect(said({ estimate: short })).toBe('Likely back between 14:18:20 and 14:18:45 UTC');
  });

  test('one or two runs are told as what they were', () => {
    const few = { ...claim, basis: 'FEW' as const, drills: 1, runs: 1, fromSeconds: null, toSeconds: null };
    expect(said({ estimate: { ...few, samples: [240] } })).toBe('From here it took 4 min in 1 drill');
  });

  test('never drilled: no time', () => {
    expect(said({ estimate: { ...claim, basis: 'NEVER' } })).toBe('Never drilled, so no time is known');
  });

  test('how it ended', () => {
    expect(said({ state: 'VERIFIED', rtaSeconds: 780 })).toBe('Back and verified after 13 min');
    expect(said({ state: 'VERIFIED', mode: 'DRILL', drillKind: 'TABLETOP', rtaSeconds: null })).toBe(
      'Talked through, so no time counts',
    );
    expect(said({ state: 'FAILED' })).toBe('Ended without a green verification');
    expect(said({ state: 'ABORTED' })).toBe('Aborted');
  });
});
