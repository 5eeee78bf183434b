import { describe, expect, test } from 'vitest';
import { placeFlags, quarterTicks } from './promise-lane';

const now = Date.parse('2026-06-09T13:18:00Z');
const due = (clock: string) => ({ dueAt: `2026-06-09T${clock}:00Z` });

describe('the lane of the next hour', () => {
  test('puts flags that would cover each other into rows of their own', () => {
    const flags = placeFlags([due('13:30'), due('13:22'), due('14:10'), due('15:00')], now);
    expect(flags.map(({ minutes, row, left }) => ({ minutes, row, left }))).toEqual([
      { minutes: 4, row: 0, left: false },
      { minutes: 12, row: 1, left: false },
      { minutes: 52, row: 0, left: true },
    ]);
  });

  test('keeps what is late at the start', () => {
    expect(placeFlags([due('13:00')], now)).toMatchObject([{ x: 0, minutes: -18, row: 0 }]);
  });

  test('has its ticks at the quarters', () => {
    expect(quarterTicks(now).map(({ at }) => new Date(at).toISOString().slice(11, 16))).toEqual([
      '13:30',
      '13:45',
      '14:00',
    ]);
  });
});
