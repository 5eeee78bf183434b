import { expect, test } from 'vitest';
import { placeOf, rowsOf, ticksOf } from './lane-rules';

const lane = { from: 0, until: 200 };

test.each([
  [
    { from: 20, until: 120 },
    { x: 10, w: 50 },
  ],
  [
    { from: -50, until: 50 },
    { x: 0, w: 25 },
  ],
  [
    { from: 150, until: 900 },
    { x: 75, w: 25 },
  ],
  [{ from: -50, until: 0 }, null],
  [{ from: 200, until: 300 }, null],
])('%j lies at %j', (one, place) => {
  expect(placeOf(one, lane)).toEqual(place);
});

test('nothing covers anything else, and rows are used again', () => {
  const stretches = [
    { from: 50, until: 80 },
    { from: 0, until: 60 },
    { from: 60, until: 70 },
    { from: 55, until: 58 },
  ];
  expect(rowsOf(stretches)).toEqual([1, 0, 0, 2]);
  expect(rowsOf([])).toEqual([]);
});

test('labels begin their parts', () => {
  expect(ticksOf(lane, 4)).toEqual([0, 50, 100, 150]);
});
