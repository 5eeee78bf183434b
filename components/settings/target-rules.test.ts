import { expect, test } from 'vitest';
import { defaultTargets } from '@/lib/settings/rules/targets';
import { inUnit, riskAfter, targetChanges, targetSentence } from './target-rules';

test('the targets in a sentence', () => {
  expect(targetSentence('Moderate', defaultTargets.MODERATE)).toBe(
    'Moderate: we answer within 2 office hours, write when it is triaged, and then at least every 2 business days. It is back within 5 business days.',
  );
  const daily = { ...defaultTargets.MODERATE, update: { unit: 'BUSINESS_DAYS', amount: 1 } as const };
  expect(targetSentence('Moderate', daily)).toContain('at least every business day.');
  expect(targetSentence('Trivial', defaultTargets.TRIVIAL)).toContain('put right from the backlog');
});

test('a change is named by severity and clock', () => {
  const update = { unit: 'BUSINESS_DAYS', amount: 1 } as const;
  const after = { ...defaultTargets, MODERATE: { ...defaultTargets.MODERATE, update } };
  expect(targetChanges(defaultTargets, after)).toEqual([
    { severity: 'MODERATE', key: 'update', from: { unit: 'BUSINESS_DAYS', amount: 2 }, to: update },
  ]);
  expect(targetChanges(defaultTargets, defaultTargets)).toEqual([]);
});

test('another unit keeps the amount when it counts', () => {
  expect(inUnit({ unit: 'MINUTES', amount: 30 }, 'HOURS')).toEqual({ unit: 'HOURS', amount: 30 });
  expect(inUnit({ unit: 'MINUTES', amount: 30 }, 'BACKLOG')).toEqual({ unit: 'BACKLOG' });
  expect(inUnit({ unit: 'BACKLOG' }, 'HOURS')).toEqual({ unit: 'HOURS', amount: 1 });
});

test('when a clock is at risk', () => {
  expect(riskAfter({ unit: 'MINUTES', amount: 30 }, 0.8)).toBe('24 min');
  expect(riskAfter({ unit: 'HOURS', amount: 4 }, 0.8)).toBe('3 h 12 min');
  expect(riskAfter({ unit: 'BACKLOG' }, 0.8)).toBeNull();
});
