import { describe, expect, test } from 'vitest';
import { lifecycleGrid } from '@/lib/platform/lifecycle-grid';
import { actionLifecycle } from './lifecycle';
import { actionStateSchema } from './schema';

describe('action states', () => {
  test('every (from, to)', () => {
    expect(lifecycleGrid(actionLifecycle)).toEqual([
      'OPEN    . x . x',
      'DOING   . . x x',
      'DONE    . . . .',
      'DROPPED . . . .',
    ]);
  });

  test('the table has the states of the schema, in its order', () => {
    expect(actionLifecycle.states).toEqual(actionStateSchema.options);
  });
});
