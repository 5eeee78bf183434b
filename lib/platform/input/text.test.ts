import { expect, test } from 'vitest';
import { z } from 'zod';
import { line, lines, name } from './text';

test.each([
  ['plain', 'plain'],
  ['  around  ', 'around'],
  ['VT\u000bBS\u0008CR\rLF\nend', 'VT BSCR LF end'],
  ['a\u2028b\u2029c\u0085d', 'a b c d'],
  ['tab\tand \r\n more', 'tab and more'],
  ['C1\u009bcsi', 'C1csi'],
  ['gap \uE000stop\uE001', 'gap stop'],
  ['שלום עולם', 'שלום עולם'],
  ['\u202Eoverride', '\u202Eoverride'],
  ['e\u0301', 'e\u0301'],
])('a line %j is stored as %j', (typed, stored) => {
  expect(line(50).parse(typed)).toBe(stored);
});

test('a text keeps its line breaks and tabs, in one spelling', () => {
  expect(lines(50).parse(' a\r\nb\rc\u000bd\te\u0007 ')).toBe('a\nb\nc\nd\te');
});

test('a name that is compared has one spelling', () => {
  expect(name(50).parse('Cafe\u0301')).toBe('Café');
});

test('limits count what people count, and are told to programs', () => {
  const short = line(2, { long: 'Two at most.' });
  expect(short.safeParse('👨‍👩‍👧‍👦👨‍👩‍👧‍👦').success).toBe(true);
  expect(short.safeParse('abc').error?.issues[0]?.message).toBe('Two at most.');
  expect(z.toJSONSchema(short)).toMatchObject({ maxLength: 2 });
});

test('what has to be there is missed when only unseen signs are', () => {
  const needed = line(9, { missing: 'Say it.' });
  for (const typed of ['', ' \n ', '\u0007', undefined, 7]) {
    expect(needed.safeParse(typed).error?.issues[0]?.message).toBe('Say it.');
  }
});

// What takes the square of its length would take hours for each of these.
test.each([' ', '\t', '\n', ' \n', '\u00a0', '\u0007', '\ud800', 'e\u0301', '👨‍👩‍👧‍👦'])(
  'a megabyte of %j is refused at once, and the same in a few letters is not',
  (piece) => {
    const much = `a${piece.repeat(1_000_000 / piece.length)}b`;
    for (const taken of [line(50), lines(50), name(50)]) {
      expect(taken.safeParse(much).success).toBe(false);
      expect(taken.safeParse(`a${piece.repeat(3)}b`).success).toBe(true);
    }
    const most = line(60_000).safeParse(much);
    expect(most.success).toBe(['\t', '\n', ' \n', '\u0007'].includes(piece));
  },
);
