import { describe, expect, test } from 'vitest';
import { lifecycleGrid } from '@/lib/platform/lifecycle-grid';
import { maintenanceLifecycle } from './lifecycle';
import { maintenanceStateSchema } from './schema';

describe('maintenance states', () => {
  test('every (from, to)', () => {
    expect(lifecycleGrid(maintenanceLifecycle)).toEqual([
      'SCHEDULED   . x . . x',
      'IN_PROGRESS . . x . x',
      'VERIFYING   . . . x x',
      'COMPLETED   . . . . .',
      'CANCELLED   . . . . .',
    ]);
  });

  test('the table has the states of the schema, in its order', () => {
    expect(maintenanceLifecycle.states).toEqual(maintenanceStateSchema.options);
  });
});
