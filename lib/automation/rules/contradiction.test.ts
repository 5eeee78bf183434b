import { describe, expect, test } from 'vitest';
import { contradiction } from './contradiction';

const asked = (expects: string | null, input = {}) => ({ expects, input });

describe('words that speak against “done”', () => {
  test.each([
    ['Switched over to pg3 instead of pg2', 'Switched over to pg2', {}],
    ['Switched over to pg3 instead of pg2', 'pg2', {}],
    ['Switched over to pg3 instead of pg2', null, { to: 'pg2' }],
    ['Not switched to pg2.', null, { to: 'pg2' }],
    ['pg20 is the primary.', 'pg2', {}],
    ['Nothing to do.', 'pg2', {}],
  ])('%s (expects %s, asked %j)', (words, expects, input) => {
    expect(contradiction(words, asked(expects, input))).toContain(words);
  });
});

describe('words that do not', () => {
  test.each([
    ['Switched  over to PG2.', 'switched over to pg2', {}],
    ['Did not touch pg1, pg2 is the primary.', 'pg2', { to: 'pg2' }],
    ['pg2 is up instead of pg1.', null, { to: 'pg2' }],
    ['Not pg2 at first, then pg2 after all.', 'pg2', {}],
    ['Done.', null, { to: 'pg2', force: true, from: '' }],
    ['Done.', ' ', {}],
  ])('%s (expects %s, asked %j)', (words, expects, input) => {
    expect(contradiction(words, asked(expects, input))).toBeNull();
  });
});
