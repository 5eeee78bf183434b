import { expect, test } from 'vitest';
import { objectiveWords } from './objective';

test.each([
  [15, '15 min'],
  [60, '60 min'],
  [90, '90 min'],
  [240, '4 h'],
  [1440, '24 h'],
  [2880, '2 days'],
  [null, 'none'],
])('%s minutes are said as %s', (minutes, words) => {
  expect(objectiveWords(minutes)).toBe(words);
});
