import { expect, test } from 'vitest';
import { isNarrowed, readRunFilter } from './list-filter';

const nothing = { mode: '', state: '', service: '', incident: '', after: '' };

test('what the address does not say narrows nothing', () => {
  expect(readRunFilter({})).toEqual(nothing);
  expect(isNarrowed(readRunFilter({}))).toBe(false);
});

test('a link shows the same list', () => {
  const filter = readRunFilter({ mode: 'DRILL', state: 'open', service: ' shop ', after: 'abc' });
  expect(filter).toEqual({ mode: 'DRILL', state: 'open', service: 'shop', incident: '', after: 'abc' });
  expect(isNarrowed(filter)).toBe(true);
  expect(readRunFilter({ state: 'VERIFIED' }).state).toBe('VERIFIED');
});

test('what is not understood counts as not said', () => {
  expect(readRunFilter({ mode: 'BOTH', state: ['open', 'FAILED'], service: ['a'] })).toEqual(nothing);
  expect(readRunFilter({ state: 'DONE' })).toEqual(nothing);
});
