import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaySentence } from '@/lib/suites/rules/replay-sentence';
import { afterExplaining, finishedState, isRed } from './lifecycle';

test('green only when every case matches or is explained', () => {
  const counts = (matched: number, differed: number, explained: number, total = 3) =>
    finishedState({ total, matched, differed, explained });
  expect(counts(3, 0, 0)).toBe('PASSED');
  expect(counts(2, 0, 1)).toBe('PASSED');
  expect(counts(2, 1, 0)).toBe('FAILED');
  expect(counts(2, 0, 0)).toBe('FAILED');
  expect(counts(0, 0, 0, 0)).toBe('FAILED');
});

test('explaining moves one case, never the sum, and turns only a finished red replay green', () => {
  const size = fc.nat(50);
  fc.assert(
    fc.property(size, fc.integer({ min: 1, max: 50 }), size, (matched, differed, explained) => {
      const counts = { total: matched + differed + explained, matched, differed, explained };
      const after = afterExplaining('FAILED', 'DIFFER', counts);
      expect(after?.counts).toEqual({ ...counts, differed: differed - 1, explained: explained + 1 });
      expect(after?.state).toBe(differed === 1 ? 'PASSED' : 'FAILED');
      expect(afterExplaining('RUNNING', 'SLOW', counts)?.state).toBe('RUNNING');
      expect(afterExplaining('ABORTED', 'ERROR', counts)?.state).toBe('ABORTED');
      expect(afterExplaining('FAILED', 'MATCH', counts)).toBeNull();
      expect(afterExplaining('FAILED', 'EXPLAINED', counts)).toBeNull();
    }),
  );
  expect((['MATCH', 'DIFFER', 'SLOW', 'ERROR', 'EXPLAINED'] as const).filter(isRed)).toEqual([
    'DIFFER',
    'SLOW',
    'ERROR',
  ]);
});

test.each([
  ['PASSED', 312, 0, 0, 'All 312 cases match the baseline.'],
  ['PASSED', 1, 0, 0, 'The one case matches the baseline.'],
  ['PASSED', 311, 0, 1, '311 of 312 cases match the baseline, 1 is explained.'],
  ['FAILED', 311, 1, 0, '1 of 312 cases differs from the baseline.'],
  ['FAILED', 308, 2, 2, '2 of 312 cases differ from the baseline, 2 are explained.'],
  ['ABORTED', 140, 1, 0, 'Stopped after 141 of 312 cases; nothing is proven.'],
  ['RUNNING', 139, 2, 0, '141 of 312 cases replayed, 2 differ.'],
] as const)('%s, %i match, %i differ, %i explained: %s', (state, matched, differed, explained, sentence) => {
  const total = matched === 1 ? 1 : 312;
  expect(replaySentence(state, { total, matched, differed, explained })).toBe(sentence);
});
