import { describe, expect, test } from 'vitest';
import { lifecycleGrid } from '@/lib/platform/lifecycle-grid';
import { attemptLifecycle, runLifecycle, stepLifecycle } from './lifecycle';
import { attemptStateSchema, runStateSchema, stepStateSchema } from './schema';

describe('run states', () => {
  test('every (from, to)', () => {
    expect(lifecycleGrid(runLifecycle)).toEqual([
      'PRECHECK . x . . . . x',
      'RUNNING  . . x x x x x',
      'PAUSED   . x . . . . x',
      'WAITING  . x x . . x x',
      'VERIFIED . . . . . . .',
      'FAILED   . . . . . . .',
      'ABORTED  . . . . . . .',
    ]);
  });

  test('the table has the states of the schema, in its order', () => {
    expect(runLifecycle.states).toEqual(runStateSchema.options);
  });
});

describe('step states', () => {
  test('every (from, to)', () => {
    expect(lifecycleGrid(stepLifecycle)).toEqual([
      'PENDING . x . . x .',
      'RUNNING . . x x x x',
      'DONE    . . . . . .',
      'FAILED  . x . . x .',
      'SKIPPED . . . . . .',
      'UNKNOWN . x x x x .',
    ]);
  });

  test('the table has the states of the schema, in its order', () => {
    expect(stepLifecycle.states).toEqual(stepStateSchema.options);
  });
});

describe('attempt states', () => {
  test('every (from, to)', () => {
    expect(lifecycleGrid(attemptLifecycle)).toEqual([
      'PREPARED . x . .',
      'SENT     . . x x',
      'ANSWERED . . . .',
      'UNKNOWN  . . . .',
    ]);
  });

  test('the table has the states of the schema, in its order', () => {
    expect(attemptLifecycle.states).toEqual(attemptStateSchema.options);
  });
});
