import { expect, test } from 'vitest';
import { bookingTimes } from './booking-times';

const at = (iso: string) => new Date(iso).getTime();
const iso = (times: ReturnType<typeof bookingTimes>) =>
  times && [times.from.toISOString(), times.until.toISOString()];

test.each([
  ['today', '14:20', '15:00', '2026-06-09T13:10:00Z', '2026-06-09T13:20:00.000Z', '2026-06-09T14:00:00.000Z'],
  ['begun', '14:00', '15:00', '2026-06-09T13:10:00Z', '2026-06-09T13:00:00.000Z', '2026-06-09T14:00:00.000Z'],
  [
    'over midnight',
    '23:30',
    '00:30',
    '2026-06-09T20:00:00Z',
    '2026-06-09T22:30:00.000Z',
    '2026-06-09T23:30:00.000Z',
  ],
  [
    'tomorrow',
    '01:00',
    '02:00',
    '2026-06-09T20:00:00Z',
    '2026-06-10T00:00:00.000Z',
    '2026-06-10T01:00:00.000Z',
  ],
  [
    'yesterday',
    '23:50',
    '00:30',
    '2026-06-08T23:10:00Z',
    '2026-06-08T22:50:00.000Z',
    '2026-06-08T23:30:00.000Z',
  ],
])('%s: %s to %s', (_name, from, until, now, start, end) => {
  expect(iso(bookingTimes(from, until, 'Europe/London', at(now)))).toEqual([start, end]);
});

test('as people write it', () => {
  const now = at('2026-06-09T08:00:00Z');
  const end = '2026-06-09T14:00:00.000Z';
  expect(iso(bookingTimes('9.05', '1400', 'UTC', now))).toEqual(['2026-06-09T09:05:00.000Z', end]);
});

test('what is no time', () => {
  expect(bookingTimes('', '15:00', 'UTC', 0)).toBeNull();
  expect(bookingTimes('14:00', '25:00', 'UTC', 0)).toBeNull();
});
