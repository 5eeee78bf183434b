import { describe, expect, test } from 'vitest';
import { formatTime, formatWhen } from './time';

const at = (time: string) => new Date(time);
const noon = at('2026-06-09T13:18:00Z');
const london = 'Europe/London';

describe('times name their zone', () => {
  test('summer and winter', () => {
    expect(formatTime(noon, london)).toBe('14:18 BST');
    expect(formatTime(at('2026-12-09T13:18:00Z'), london)).toBe('13:18 GMT');
    expect(formatTime(noon, 'UTC')).toBe('13:18 UTC');
    expect(formatTime(noon, 'Europe/Berlin')).toBe('15:18 CEST');
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
  expect(formatWhen(at('2026-06-09T08:00:00Z'), london, noon)).toBe('09:00 BST');
  expect(formatWhen(at('2026-06-10T08:00:00Z'), london, noon)).toBe('Wed 10 June, 09:00 BST');
  expect(formatWhen(at('2027-01-10T08:00:00Z'), london, noon)).toBe('Sun 10 January 2027, 08:00 GMT');
});
