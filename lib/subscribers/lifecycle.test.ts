import { describe, expect, test } from 'vitest';
import { lifecycleGrid } from '@/lib/platform/lifecycle-grid';
import { subscriberLifecycle } from './lifecycle';
import { subscriberStateSchema } from './schema';

describe('subscriber states', () => {
  test('every (from, to)', () => {
    expect(lifecycleGrid(subscriberLifecycle)).toEqual([
      'PENDING      . x x',
      'CONFIRMED    . . x',
      'UNSUBSCRIBED x . .',
    ]);
  });

  test('the table has the states of the schema, in its order', () => {
    expect(subscriberLifecycle.states).toEqual(subscriberStateSchema.options);
  });
});
