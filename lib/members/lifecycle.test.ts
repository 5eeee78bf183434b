import { describe, expect, test } from 'vitest';
import { lifecycleGrid } from '@/lib/platform/lifecycle-grid';
import { memberLifecycle } from './lifecycle';
import { memberStateSchema } from './schema';

describe('member states', () => {
  test('every (from, to)', () => {
    expect(lifecycleGrid(memberLifecycle)).toEqual(['INVITED  . x x', 'ACTIVE   . . x', 'DISABLED . x .']);
  });

  test('the table has the states of the schema, in its order', () => {
    expect(memberLifecycle.states).toEqual(memberStateSchema.options);
  });
});
