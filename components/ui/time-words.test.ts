import { describe, expect, test } from 'vitest';
import { clockOf, zoneName, zoneOffset } from '@/lib/language/time';
import { dateOf, exactOf, rangeOf, relativeOf, spanOf, whenOf } from './time-words';

const london = 'Europe/London';
const now = Date.parse('2026-06-09T13:18:20Z');

describe('an instant in words', () => {
  test('shows the clock of the zone, and names the zone', () => {
    expect(clockOf('2026-06-09T13:10:00Z', london)).toBe('14:10');
    expect(zoneName('2026-06-09T13:10:00Z', london)).toBe('BST');
    expect(zoneName('2026-12-09T13:10:00Z', london)).toBe('GMT');
    expect(zoneName('2026-06-09T13:10:00Z', 'UTC')).toBe('UTC');
    expect(zoneOffset('2026-06-09T13:10:00Z', london)).toBe('UTC+1');
    expect(zoneOffset('2026-01-09T13:10:00Z', london)).toBe('UTC');
  });

  test('writes midnight as 00:00', () => {
    expect(clockOf('2026-06-08T23:00:00Z', london)).toBe('00:00');
  });

  test('puts the date first when it is over 24 hours away', () => {
    expect(whenOf('2026-06-09T13:10:00Z', { zone: london, now })).toBe('14:10 BST');
    expect(whenOf('2026-06-07T13:10:00Z', { zone: london, now })).toBe('Sun 7 June, 14:10 BST');
    expect(whenOf('2026-06-18T05:00:00Z', { zone: london, now })).toBe('Thu 18 June, 06:00 BST');
    expect(whenOf('2025-12-03T09:00:00Z', { zone: london, now })).toBe('3 December 2025, 09:00 GMT');
  });

  test('says how long ago or ahead, in whole minutes of the wall clock', () => {
    expect(relativeOf('2026-06-09T13:10:40Z', now)).toBe('8 min ago');
    expect(relativeOf('2026-06-09T13:18:59Z', now)).toBe('just now');
    expect(relativeOf('2026-06-09T13:30:00Z', now)).toBe('in 12 min');
    expect(relativeOf('2026-06-09T15:00:00Z', now)).toBe('in 1 h 42 min');
    expect(relativeOf('2026-06-08T12:18:00Z', now)).toBe('1 day 1 h ago');
    expect(relativeOf('2026-05-21T13:18:00Z', now)).toBe('19 days ago');
  });

  test('writes ranges with "to"', () => {
    expect(rangeOf('2026-06-09T13:40:00Z', '2026-06-09T14:05:00Z', { zone: london, now })).toBe(
      '14:40 to 15:05 BST',
    );
    expect(rangeOf('2026-06-13T21:00:00Z', '2026-06-14T00:30:00Z', { zone: london, now })).toBe(
      'Sat 13 June, 22:00 to Sun 14 June, 01:30 BST',
    );
  });

  test('keeps the exact instant for titles', () => {
    expect(exactOf('2026-06-09T13:10:04Z', london)).toBe('Tuesday 9 June 2026, 14:10:04 BST');
    expect(dateOf('2026-06-09T13:10:04Z', london, now)).toBe('Tue 9 June');
  });

  test('counts a span as the wall clock does', () => {
    expect(spanOf('2026-06-09T12:41:50Z', '2026-06-09T13:18:05Z')).toBe('37 min');
    expect(spanOf('2026-06-09T12:41:05Z', '2026-06-09T12:41:50Z')).toBe('< 1 min');
  });
});
