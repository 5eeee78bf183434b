import { describe, expect, test } from 'vitest';
import { awaitsTriage, reportLifecycle, stateAfterAnswer } from './lifecycle';
import { fixedAnswerSchema } from './schema';

describe('report states', () => {
  test('which ones wait in the queue, and which are still open', () => {
    expect(reportLifecycle.states.filter(awaitsTriage)).toEqual(['NEW', 'WAITING_FOR_REPORTER']);
    expect(reportLifecycle.states.filter((state) => reportLifecycle.isFinal(state))).toEqual([
      'DECLINED',
      'CONFIRMED',
    ]);
  });

  test('only a clear yes confirms', () => {
    expect(fixedAnswerSchema.options.map(stateAfterAnswer)).toEqual([
      'CONFIRMED',
      'STILL_BROKEN',
      'STILL_BROKEN',
    ]);
  });
});
