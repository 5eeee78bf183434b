import { describe, expect, test } from 'vitest';
import { lifecycleGrid } from '@/lib/platform/lifecycle-grid';
import { awaitsTriage, isOpenReport, reportLifecycle, stateAfterAnswer } from './lifecycle';
import { fixedAnswerSchema, reportStateSchema } from './schema';

describe('report states', () => {
  test('every (from, to)', () => {
    expect(lifecycleGrid(reportLifecycle)).toEqual([
      'NEW                  . x x x . . .',
      'WAITING_FOR_REPORTER x . x x . . .',
      'LINKED               . . . . x . .',
      'DECLINED             . . . . . . .',
      'FIXED_ASKED          . . x . . x x',
      'CONFIRMED            . . . . . . .',
      'STILL_BROKEN         . . x . . . .',
    ]);
  });

  test('the table has the states of the schema, in its order', () => {
    expect(reportLifecycle.states).toEqual(reportStateSchema.options);
  });

  test('which ones wait in the queue, and which are still open', () => {
    expect(reportLifecycle.states.filter(awaitsTriage)).toEqual(['NEW', 'WAITING_FOR_REPORTER']);
    expect(reportLifecycle.states.filter((state) => !isOpenReport(state))).toEqual(['DECLINED', 'CONFIRMED']);
  });

  test('only a clear yes confirms', () => {
    expect(fixedAnswerSchema.options.map(stateAfterAnswer)).toEqual([
      'CONFIRMED',
      'STILL_BROKEN',
      'STILL_BROKEN',
    ]);
  });
});
