import { expect, test } from 'vitest';
import { chartScale } from './chart-scale';

test('keeps the peak under a round top with few lines', () => {
  expect(chartScale(0)).toEqual({ top: 1, lines: [1] });
  expect(chartScale(3)).toEqual({ top: 3, lines: [1, 2, 3] });
  expect(chartScale(19)).toEqual({ top: 20, lines: [10, 20] });
  expect(chartScale(64)).toEqual({ top: 100, lines: [50, 100] });
});
