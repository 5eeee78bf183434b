import { describe, expect, test } from 'vitest';
import {
  formatDayTime,
  formatDuration,
  formatRange,
  formatRelative,
  formatTime,
  formatWhen,
  formatZone,
} from './time';

const at = (time: string) => new Date(time);
const noon = at('2026-06-09T13:18:00Z');
const london = 'Europe/London';

describe('times name their zone', () => {
  test('summer and winter', () => {
    expect(formatTime(noon, london)).toBe('14:18 BST');
    expect(formatTime(at('2026-12-09T13:18:00Z'), london)).toBe('13:18 GMT');
    expect(formatTime(noon, 'UTC')).toBe('13:18 UTC');
    expect(formatZone(noon, 'Europe/Berlin')).toBe('CEST');
  });

  test('the hour that comes twice is told apart', () => {
    expect(formatTime(at('2026-10-25T00:30:00Z'), london)).toBe('01:30 BST');
    expect(formatTime(at('2026-10-25T01:30:00Z'), london)).toBe('01:30 GMT');
  });

  test('midnight is 00:00', () => {
    expect(formatTime(at('2026-06-08T23:00:00Z'), london)).toBe('00:00 BST');
  });
});

test('a date goes first when the day is another one', () => {
  expect(formatDayTime(noon, london)).toBe('Tuesday 9 June 2026 at 14:18 BST');
  expect(formatWhen(at('2026-06-09T08:00:00Z'), london, noon)).toBe('09:00 BST');
  expect(formatWhen(at('2026-06-10T08:00:00Z'), london, noon)).toBe('Wed 10 June, 09:00 BST');
  expect(formatWhen(at('2027-01-10T08:00:00Z'), london, noon)).toBe('Sun 10 January 2027, 08:00 GMT');
});

test('ranges', () => {
  expect(formatRange(at('2026-06-09T13:40:00Z'), at('2026-06-09T14:05:00Z'), london)).toBe(
    '14:40 to 15:05 BST',
  );
  expect(formatRange(at('2026-06-09T21:00:00Z'), at('2026-06-09T23:30:00Z'), london)).toBe(
    '22:00 to Wed 10 June, 00:30 BST',
  );
});

test('durations have two units at most', () => {
  const minutes = (count: number) => formatDuration(count * 60_000);
  expect([0, 1, 59, 60, 146, 1440, 1620, 3000, 20_000].map(minutes)).toEqual([
    'less than a minute',
    '1 min',
    '59 min',
    '1 h',
    '2 h 26 min',
    '1 day',
    '1 day 3 h',
    '2 days 2 h',
    '13 days',
  ]);
});

test('relative times', () => {
  expect(formatRelative(at('2026-06-09T13:10:00Z'), noon)).toBe('8 min ago');
  expect(formatRelative(at('2026-06-09T13:30:00Z'), noon)).toBe('in 12 min');
  expect(formatRelative(at('2026-06-09T13:18:30Z'), noon)).toBe('just now');
});
