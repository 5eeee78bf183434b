import { describe, expect, test } from 'vitest';
import { lifecycleGrid } from '@/lib/platform/lifecycle-grid';
import { allocationLifecycle } from './lifecycle';
import { allocationStateSchema } from './schema';

describe('allocation states', () => {
  test('every (from, to)', () => {
    expect(lifecycleGrid(allocationLifecycle)).toEqual([
      'REQUESTED . x x . x',
      'ACCEPTED  . . . x x',
      'REFUSED   . . . . .',
      'ACTIVE    . . . . x',
      'RELEASED  . . . . .',
    ]);
  });

  test('the table has the states of the schema, in its order', () => {
    expect(allocationLifecycle.states).toEqual(allocationStateSchema.options);
  });
});
