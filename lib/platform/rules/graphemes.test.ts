import { expect, test } from 'vitest';
import { beginning, characters, fitsIn, shortened } from './graphemes';

const family = '👨‍👩‍👧‍👦';
const flag = '🏴󠁧󠁢󠁥󠁮󠁧󠁿';

test.each([
  ['abc', 3],
  [family, 1],
  [`${flag}${family}`, 2],
  ['e\u0301', 1],
  ['नि', 1],
  ['', 0],
])('%s has %d characters', (text, count) => {
  expect(characters(text)).toBe(count);
  expect(fitsIn(text, count)).toBe(true);
  if (count > 0) expect(fitsIn(`${text}x`, count)).toBe(false);
});

test('marks without end do not stretch a limit', () => {
  expect(fitsIn(`e${'\u0301'.repeat(10_000)}`, 10)).toBe(false);
  expect(beginning(`e${'\u0301'.repeat(10_000)}`, 10)).toBe('');
});

test.each([
  [`ab${family}cd`, 3, `ab…`],
  [`ab${family}cd`, 4, `ab${family}…`],
  [`ab${family}cd`, 5, `ab${family}cd`],
  ['ein Wort mehr', 9, 'ein Wort…'],
])('%s in %d characters', (text, most, expected) => {
  expect(shortened(text, most)).toBe(expected);
  expect(shortened(text, most).isWellFormed()).toBe(true);
});
