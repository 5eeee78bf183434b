import { describe, expect, test } from 'vitest';
import { lifecycleGrid } from '@/lib/platform/lifecycle-grid';
import { problemLifecycle } from './lifecycle';
import { problemStateSchema } from './schema';

describe('problem states', () => {
  test('every (from, to)', () => {
    expect(lifecycleGrid(problemLifecycle)).toEqual([
      'SUSPECTED . x x .',
      'CONFIRMED . . . x',
      'RULED_OUT . . . .',
      'FIXED     . . . .',
    ]);
  });

  test('the table has the states of the schema, in its order', () => {
    expect(problemLifecycle.states).toEqual(problemStateSchema.options);
  });
});
