import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addOfficeTime,
  instantOn,
  localDate,
  minute,
  type Office,
  type OfficeUnit,
  officeSpans,
} from './office-time';

const london: Office = {
  zone: 'Europe/London',
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '17:00',
  holidays: ['2026-12-25', '2026-12-28', '2027-01-01'],
};
const newYork: Office = { ...london, zone: 'America/New_York', holidays: [] };
const lordHowe: Office = { ...london, zone: 'Australia/Lord_Howe', from: '01:30', to: '10:15', holidays: [] };
const roundTheClock: Office = {
  ...london,
  days: [1, 2, 3, 4, 5, 6, 7],
  from: '00:00',
  to: '24:00',
  holidays: [],
};

const hours = (start: string, amount: number, office = london) =>
  addOfficeTime(new Date(start), amount * 60, 'MINUTE', office).toISOString();
const days = (start: string, amount: number, office = london) =>
  addOfficeTime(new Date(start), amount, 'DAY', office).toISOString();

/** What `addOfficeTime` adds, counted the other way. */
function officeTimeBetween(start: Date, end: Date, unit: OfficeUnit, office: Office): number {
  let sum = 0;
  for (const { from, to, rate } of officeSpans(start, unit, office)) {
    if (from >= end.getTime()) break;
    sum += (Math.min(to, end.getTime()) - from) * rate;
  }
  return sum;
}

describe('office hours', () => {
  test('run on over the night, the weekend and holidays', () => {
    expect(hours('2026-11-20T10:00:00Z', 2)).toBe('2026-11-20T12:00:00.000Z');
    expect(hours('2026-11-20T16:00:00Z', 2)).toBe('2026-11-23T10:00:00.000Z');
    expect(hours('2026-11-21T03:00:00Z', 2)).toBe('2026-11-23T11:00:00.000Z');
    expect(hours('2026-12-24T16:30:00Z', 1)).toBe('2026-12-29T09:30:00.000Z');
  });

  test('end at closing time rather than begin the next day', () => {
    expect(hours('2026-11-20T15:00:00Z', 2)).toBe('2026-11-20T17:00:00.000Z');
    expect(hours('2026-11-20T15:00:00Z', 10)).toBe('2026-11-23T17:00:00.000Z');
  });

  test('follow summer time both ways', () => {
    expect(hours('2026-03-27T16:00:00Z', 2)).toBe('2026-03-30T09:00:00.000Z');
    expect(hours('2026-10-23T15:00:00Z', 2)).toBe('2026-10-26T10:00:00.000Z');
    expect(hours('2026-03-06T21:00:00Z', 2, newYork)).toBe('2026-03-09T14:00:00.000Z');
    expect(hours('2026-10-30T20:00:00Z', 2, newYork)).toBe('2026-11-02T15:00:00.000Z');
  });

  test('count the real length of a day that gains or loses an hour', () => {
    const spring = [new Date('2026-03-29T00:00:00Z'), new Date('2026-03-29T23:00:00Z')] as const;
    const autumn = [new Date('2026-10-24T23:00:00Z'), new Date('2026-10-26T00:00:00Z')] as const;
    expect(officeTimeBetween(...spring, 'MINUTE', roundTheClock)).toBe(23 * 60);
    expect(officeTimeBetween(...autumn, 'MINUTE', roundTheClock)).toBe(25 * 60);
    expect(officeTimeBetween(...spring, 'DAY', roundTheClock)).toBeCloseTo(1);
    expect(officeTimeBetween(...autumn, 'DAY', roundTheClock)).toBeCloseTo(1);
  });
});

describe('business days', () => {
  test('keep the time of day', () => {
    expect(days('2026-11-18T14:20:00Z', 2)).toBe('2026-11-20T14:20:00.000Z');
    expect(days('2026-11-20T14:20:00Z', 1)).toBe('2026-11-23T14:20:00.000Z');
    expect(days('2026-10-23T13:20:00Z', 1)).toBe('2026-10-26T14:20:00.000Z');
  });

  test('begin with the next opening when the office is closed', () => {
    expect(days('2026-11-21T12:00:00Z', 1)).toBe('2026-11-23T17:00:00.000Z');
    expect(days('2026-12-24T17:00:00Z', 5)).toBe('2027-01-05T17:00:00.000Z');
  });

  test('know the leap day', () => {
    expect(days('2028-02-28T12:00:00Z', 1)).toBe('2028-02-29T12:00:00.000Z');
    expect(days('2028-02-29T12:00:00Z', 1)).toBe('2028-03-01T12:00:00.000Z');
    expect(days('2027-02-26T12:00:00Z', 1)).toBe('2027-03-01T12:00:00.000Z');
  });
});

describe('a time of day', () => {
  test('that a clock change skips moves on by the change', () => {
    expect(instantOn('2026-03-29', '01:30', 'Europe/London').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(instantOn('2026-03-08', '02:30', 'America/New_York').toISOString()).toBe(
      '2026-03-08T07:30:00.000Z',
    );
  });

  test('that comes twice is the first one', () => {
    expect(instantOn('2026-10-25', '01:30', 'Europe/London').toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(instantOn('2026-11-01', '01:30', 'America/New_York').toISOString()).toBe(
      '2026-11-01T05:30:00.000Z',
    );
  });

  test('24:00 is the end of the day', () => {
    expect(instantOn('2026-06-09', '24:00', 'Europe/London').toISOString()).toBe('2026-06-09T23:00:00.000Z');
  });
});

test('an office that never opens is refused', () => {
  const closed = { ...london, days: [] };
  expect(() => addOfficeTime(new Date('2026-11-20T10:00:00Z'), 1, 'MINUTE', closed)).toThrow(RangeError);
});

const start = fc.date({
  min: new Date('2024-01-01T00:00:00Z'),
  max: new Date('2029-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const office = fc.constantFrom(london, newYork, lordHowe, roundTheClock);
const request = fc.oneof(
  fc.record({ unit: fc.constant('MINUTE' as const), amount: fc.integer({ min: 1, max: 6000 }) }),
  fc.record({ unit: fc.constant('DAY' as const), amount: fc.integer({ min: 1, max: 20 }) }),
);

describe('whatever the start, the office and the amount', () => {
  test('the result is later, while the office is open or as it closes, and holds exactly that amount', () => {
    fc.assert(
      fc.property(start, office, request, (from, where, { unit, amount }) => {
        const due = addOfficeTime(from, amount, unit, where);
        expect(due.getTime()).toBeGreaterThan(from.getTime());
        expect(officeTimeBetween(new Date(due.getTime() - 1), due, 'MINUTE', where)).toBeGreaterThan(0);
        expect(officeTimeBetween(from, due, unit, where)).toBeCloseTo(amount, 4);
      }),
      { numRuns: 150 },
    );
  });

  test('more time or a later start never makes it earlier', () => {
    fc.assert(
      fc.property(
        start,
        office,
        request,
        fc.integer({ min: 0, max: 5000 }),
        (from, where, { unit, amount }, later) => {
          const due = addOfficeTime(from, amount, unit, where).getTime();
          expect(addOfficeTime(from, amount + 1, unit, where).getTime()).toBeGreaterThan(due);
          const started = new Date(from.getTime() + later * minute);
          expect(addOfficeTime(started, amount, unit, where).getTime()).toBeGreaterThanOrEqual(due);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a time of day is on its own date', () => {
    fc.assert(
      fc.property(start, office, (instant, { zone }) => {
        const date = localDate(instant, zone);
        const midnight = instantOn(date, '00:00', zone);
        expect(localDate(midnight, zone)).toBe(date);
        expect(midnight.getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(instantOn(date, '24:00', zone).getTime()).toBeGreaterThan(instant.getTime());
      }),
    );
  });
});
