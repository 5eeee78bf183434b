import { expect, test } from 'vitest';
import { capital, counted, listed, plural } from './words';

test.each([
  [0, '0 cases', 'are'],
  [1, '1 case', 'is'],
  [2, '2 cases', 'are'],
  [312, '312 cases', 'are'],
])('%i: %s %s', (count, words, verb) => {
  expect(counted(count, 'case')).toBe(words);
  expect(plural(count, 'is', 'are')).toBe(verb);
});

test('takes the word for many where it is another one', () => {
  expect(counted(1, 'person has', 'people have')).toBe('1 person has');
  expect(counted(3, 'person has', 'people have')).toBe('3 people have');
});

test('lists with an “and” before the last, and no comma there', () => {
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map((parts) => listed(parts))).toEqual([
    '',
    'A',
    'A and B',
    'A, B and C',
  ]);
  expect(listed(['200', '204', '301'], 'or')).toBe('200, 204 or 301');
});

test('begins a sentence', () => {
  expect(capital('two updates are due')).toBe('Two updates are due');
  expect(capital('')).toBe('');
});
