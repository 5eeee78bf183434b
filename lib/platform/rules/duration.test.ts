import { describe, expect, test } from 'vitest';
import {
  carefulSeconds,
  countdown,
  daysAgo,
  durationRange,
  exactDuration,
  latency,
  likelySeconds,
  roundedDuration,
  runningClock,
  waitingTime,
} from './duration';

const [minute, hour, day] = [60, 3_600, 86_400];

describe('how long', () => {
  test.each<[seconds: number, exact: string, rounded: string]>([
    [0, '0 s', '0 s'],
    [0.01, '0.1 s', '0.1 s'],
    [0.4, '0.4 s', '0.4 s'],
    [0.97, '1 s', '1 s'],
    [1.44, '1.4 s', '1 s'],
    [9.96, '10 s', '10 s'],
    [59, '59 s', '59 s'],
    [59.6, '1 min', '60 s'],
    [75, '1 min 15 s', '75 s'],
    [89.6, '1 min 30 s', '2 min'],
    [165, '2 min 45 s', '3 min'],
    [372, '6 min 12 s', '6 min'],
    [hour - 10, '59 min 50 s', '1 h'],
    [90 * minute, '1 h 30 min', '1 h 30 min'],
    [day - 10, '23 h 59 min', '1 day'],
    [76 * hour, '3 days 4 h', '3 days 4 h'],
  ])('%d s', (seconds, exact, rounded) => {
    expect(exactDuration(seconds)).toBe(exact);
    expect(roundedDuration(seconds)).toBe(rounded);
  });

  test.each([
    [360, 540, '6 to 9 min'],
    [2, 40, '2 to 40 s'],
    [0.4, 2.2, '0.4 to 2 s'],
    [40, 120, '40 s to 2 min'],
    [360, 365, '6 min'],
    [hour, 2 * hour, '1 to 2 h'],
    [80 * minute, 140 * minute, '1 h 20 min to 2 h 20 min'],
    [day, 2 * day, '1 day to 2 days'],
  ])('%d to %d s', (from, to, words) => expect(durationRange(from, to)).toBe(words));

  test.each([
    [0.31, '0.4 s'],
    [39.2, '40 s'],
    [89.5, '2 min'],
    [301, '6 min'],
  ])('a wait of %d s', (seconds, words) => expect(waitingTime(seconds)).toBe(words));

  test('is rounded away from the hope', () => {
    const rounded = (seconds: number) => [likelySeconds(seconds), carefulSeconds(seconds)];
    expect([0.42, 12.3, 301].map(rounded)).toEqual([
      [0.4, 0.5],
      [12, 13],
      [300, 360],
    ]);
  });
});

test.each([
  [0, 'just now'],
  [12 * minute, 'in 12 min'],
  [102 * minute, 'in 1 h 42 min'],
  [-8 * minute, '8 min ago'],
  [-25 * hour, '1 day 1 h ago'],
  [-19.4 * day, '19 days ago'],
])('%d s ahead', (seconds, words) => expect(countdown(seconds)).toBe(words));

test.each([
  [hour, 'today'],
  [day, 'yesterday'],
  [3.5 * day, '3 days ago'],
])('%d s ago, in days', (seconds, words) => expect(daysAgo(seconds)).toBe(words));

test.each([
  [0, '0:00'],
  [365.9, '6:05'],
  [3_729, '1:02:09'],
])('a clock after %d s', (seconds, words) => expect(runningClock(seconds)).toBe(words));

test.each([
  [0, '0.1 ms'],
  [0.42, '0.4 ms'],
  [12.4, '12 ms'],
  [999.6, '1 s'],
  [1_236, '1.24 s'],
  [10_000, '10 s'],
])('a request of %d ms', (ms, words) => expect(latency(ms)).toBe(words));
