import { describe, expect, test } from 'vitest';
import { lifecycleGrid } from '@/lib/platform/lifecycle-grid';
import { checkLifecycle, findingLifecycle } from './lifecycle';
import { checkStateSchema, findingStateSchema } from './schema';

describe('check states', () => {
  test('every (from, to)', () => {
    expect(lifecycleGrid(checkLifecycle)).toEqual([
      'PENDING . x x x x x',
      'RUNNING . . x x x x',
      'OK      x . x x x x',
      'FAULT   x . x x x x',
      'UNCLEAR x . x x x x',
      'SKIPPED x . x x x .',
    ]);
    expect(lifecycleGrid(findingLifecycle)).toEqual([
      'SUSPECTED . x x',
      'CONFIRMED . . x',
      'RULED_OUT . x .',
    ]);
  });

  test('the table has the states of the schema, in its order', () => {
    expect(checkLifecycle.states).toEqual(checkStateSchema.options);
    expect(findingLifecycle.states).toEqual(findingStateSchema.options);
  });
});
