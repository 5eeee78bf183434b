import { describe, expect, test } from 'vitest';
import { lifecycleGrid } from '@/lib/platform/lifecycle-grid';
import { checkLifecycle } from './lifecycle';
import { checkStateSchema } from './schema';

describe('check states', () => {
  test('every (from, to)', () => {
    expect(lifecycleGrid(checkLifecycle)).toEqual([
      'PENDING . x . . . x',
      'RUNNING . . x x x x',
      'OK      . x . . . .',
      'FAULT   . x . . . .',
      'UNCLEAR . x . . . .',
      'SKIPPED . x . . . .',
    ]);
  });

  test('the table has the states of the schema, in its order', () => {
    expect(checkLifecycle.states).toEqual(checkStateSchema.options);
  });
});
