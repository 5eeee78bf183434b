import { describe, expect, test } from 'vitest';
import { timeAxis } from './time-axis';

const from = Date.parse('2026-06-09T12:40:07Z');
const minute = 60_000;

describe('the axis of a run', () => {
  test.each([
    [20_000, true],
    [5 * minute, false],
    [3 * 60 * minute, false],
    [40 * 60 * minute, false],
    [9 * 24 * 60 * minute, false],
  ])('over %d ms has a few ticks at round instants', (span, fine) => {
    const axis = timeAxis(from, from + span);
    expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
    expect(axis.ticks.length).toBeLessThanOrEqual(8);
    expect(axis.fine).toBe(fine);
    for (const tick of axis.ticks) expect(tick % 1_000).toBe(0);
    for (const tick of axis.ticks) expect(tick).toBeGreaterThanOrEqual(from);
  });

  test('places lie between its ends, also of instants beyond them', () => {
    const axis = timeAxis(0, 10_000);
    expect([-5, 0, 5_000, 10_000, 99_999].map(axis.at)).toEqual([0, 0, 50, 100, 100]);
  });

  test('a run that has just begun has a length', () => {
    expect(timeAxis(from, from).to).toBeGreaterThan(from);
  });
});
