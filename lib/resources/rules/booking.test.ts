import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Booking, clashOf, freeUnit, nextFree } from './booking';

const at = (clock: string) => new Date(`2026-06-09T${clock}:00Z`);
const booking = (unit: number, from: string, until: string): Booking => ({
  id: `${unit} ${from}`,
  unit,
  from: at(from),
  until: at(until),
});
const time = (from: string, until: string) => ({ from: at(from), until: at(until) });
const minutes = (count: number) => count * 60_000;

describe('a free unit', () => {
  const mei = [booking(1, '13:49', '14:35')];
  test.each([
    ['14:20', '15:00', 1, null],
    ['14:35', '15:00', 1, 1],
    ['13:00', '13:49', 1, 1],
    ['13:00', '16:00', 1, null],
    ['14:20', '15:00', 2, 2],
  ])('%s to %s of %d: %s', (from, until, capacity, unit) => {
    expect(freeUnit(mei, capacity, time(from, until))).toBe(unit);
  });
});

describe('free again', () => {
  const jonas = [booking(1, '13:30', '15:30'), booking(2, '13:49', '15:00'), booking(2, '15:10', '16:00')];

  test('at the end of the booking, until the next one', () => {
    expect(nextFree(jonas, 2, at('14:00'), minutes(10))).toEqual({
      unit: 2,
      from: at('15:00'),
      until: at('15:10'),
    });
  });

  test('not in a gap that is too short', () => {
    expect(nextFree(jonas, 2, at('14:00'), minutes(20))).toEqual({
      unit: 1,
      from: at('15:30'),
      until: null,
    });
  });

  test('at once, where nothing stands in the way', () => {
    expect(nextFree([], 1, at('14:00'), minutes(20))).toEqual({ unit: 1, from: at('14:00'), until: null });
  });

  test('the clash is the booking that stands in the way', () => {
    expect(clashOf(jonas, 2, time('14:00', '15:20'))?.id).toBe('2 13:49');
    expect(clashOf(jonas, 2, time('15:00', '15:10'))).toBeNull();
  });
});

test('what is said to be free can be booked, and nothing earlier', () => {
  const start = at('00:00').getTime();
  const slot = fc.record({
    unit: fc.integer({ min: 1, max: 3 }),
    from: fc.integer({ min: 0, max: 200 }),
    length: fc.integer({ min: 1, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(slot, { maxLength: 20 }), fc.integer({ min: 1, max: 60 }), (slots, length) => {
      const bookings: Booking[] = [];
      for (const { unit, from, length: long } of slots) {
        const one = {
          id: String(bookings.length),
          unit,
          from: new Date(start + minutes(from)),
          until: new Date(start + minutes(from + long)),
        };
        if (!clashOf(bookings, unit, one)) bookings.push(one);
      }
      const free = nextFree(bookings, 3, new Date(start), minutes(length));
      const fits = (from: number) =>
        freeUnit(bookings, 3, { from: new Date(from), until: new Date(from + minutes(length)) }) !== null;
      expect(fits(free.from.getTime())).toBe(true);
      for (let from = start; from < free.from.getTime(); from += minutes(1)) expect(fits(from)).toBe(false);
    }),
  );
});
