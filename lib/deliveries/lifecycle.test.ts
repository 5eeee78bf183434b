import { describe, expect, test } from 'vitest';
import { lifecycleGrid } from '@/lib/platform/lifecycle-grid';
import { deliveryLifecycle, maxTries, retryAfter } from './lifecycle';
import { deliveryStateSchema } from './schema';

describe('delivery states', () => {
  test('every (from, to)', () => {
    expect(lifecycleGrid(deliveryLifecycle)).toEqual([
      'PENDING    . x x x x',
      'SENT       . . . . .',
      'RETRY      . x x x x',
      'DEAD       . . x . x',
      'SUPPRESSED . . . . .',
    ]);
  });

  test('the table has the states of the schema, in its order', () => {
    expect(deliveryLifecycle.states).toEqual(deliveryStateSchema.options);
  });
});

test('tries come quickly at first, then seldom, then stop', () => {
  const waits = Array.from({ length: maxTries }, (_, index) => retryAfter(index + 1));
  expect(waits.at(-1)).toBeNull();
  const seconds = waits.slice(0, -1).map(Number);
  expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
  expect(seconds.slice(0, 8).reduce((sum, wait) => sum + wait, 0)).toBeLessThan(300);
});
