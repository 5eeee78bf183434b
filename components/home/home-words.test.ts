import { describe, expect, test } from 'vitest';
import type { HomeSummary } from '@/lib/home/queries/summary-views';
import { homeSentence, isQuiet } from './home-words';

const now = Date.parse('2026-06-09T13:18:00Z');

function summary(due: string[], waiting: number | null) {
  const open = due.map((clock) => ({
    promise: { madeAt: '2026-06-09T13:00:00Z', dueAt: `2026-06-09T${clock}:00Z`, zone: 'UTC', missed: false },
  }));
  return {
    open,
    waiting: waiting === null ? null : { count: waiting, oldestAt: null, rows: [] },
  } as unknown as Pick<HomeSummary, 'open' | 'waiting'>;
}

describe('the sentence of the home page', () => {
  test('says the most pressing thing', () => {
    expect(homeSentence(summary(['13:10', '13:22'], 4), now)).toBe('One promised update is late');
    expect(homeSentence(summary(['13:22', '13:30', '15:00'], 4), now)).toBe(
      'Two updates are due in the next 15 min',
    );
    expect(homeSentence(summary(['15:00'], 1), now)).toBe('One report is waiting to be read');
    expect(homeSentence(summary(['15:00', '16:00'], null), now)).toBe('Two incidents are open');
    expect(homeSentence(summary([], 12), now)).toBe('12 reports are waiting to be read');
  });

  test('is quiet when nothing is open and nothing waits', () => {
    expect(homeSentence(summary([], 0), now)).toBe('All quiet');
    expect(isQuiet(summary([], null))).toBe(true);
    expect(isQuiet(summary([], 1))).toBe(false);
    expect(isQuiet(summary(['15:00'], 0))).toBe(false);
  });
});
