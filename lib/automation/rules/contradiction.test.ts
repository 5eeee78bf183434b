import { describe, expect, test } from 'vitest';
import { contradiction } from './contradiction';

const asked = (expects: string | null, input = {}, fences = false) => ({ expects, input, fences });

const said = (sentence: string, output?: unknown) => ({ sentence, output });

describe('words that speak against “done”', () => {
  test.each([
    ['Switched over to pg3 instead of pg2', 'Switched over to pg2', {}],
    ['Switched over to pg3 instead of pg2', 'pg2', {}],
    ['Switched over to pg3 instead of pg2', null, { to: 'pg2' }],
    ['Not switched to pg2.', null, { to: 'pg2' }],
    ['pg20 is the primary.', 'pg2', {}],
    ['Nothing to do.', 'pg2', {}],
    ['pg2 was not promoted.', null, { to: 'pg2' }],
    ['Could not switch the service over to pg2', null, { to: 'pg2' }],
    ['Failed to switch over to pg2', null, { to: 'pg2' }],
    ['Still on pg3', null, { to: 'pg2' }],
    ['It didn’t reach pg2', null, { to: 'pg2' }],
    ['Failed: was unable to say Switched over to pg2', 'Switched over to pg2', {}],
  ])('%s (expects %s, asked %j)', (words, expects, input) => {
    expect(contradiction(said(words), asked(expects, input))).toContain(words);
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
    ['Promoted without data loss', null, { what: 'data' }],
    ['pg1 did not answer, pg2 leads.', null, { from: 'pg0', to: 'pg2' }],
  ])('%s (expects %s, asked %j)', (words, expects, input) => {
    expect(contradiction(said(words), asked(expects, input))).toBeNull();
  });
});

test.each([
  ['an output that says so of itself', { ok: false }, null],
  ['one that names an error', { steps: [{ error: 'No quorum.' }] }, null],
  ['words of the output about what was asked for', { detail: 'pg3 instead of pg2' }, null],
  ['an output about another machine', { primary: 'pg3' }, 'pg2'],
])('%s speaks against it', (_, output, expects) => {
  expect(contradiction(said('Done.', output), asked(expects, { to: 'pg2' }))).not.toBeNull();
});

test.each([
  ['what is expected may stand in the output', { primary: 'pg2', seconds: 4 }, 'pg2'],
  ['an error that is none is none', { error: null, errors: [], done: true }, null],
])('%s', (_, output, expects) => {
  expect(contradiction(said('Done.', output), asked(expects, {}))).toBeNull();
});

test.each([
  'shop-1 does not run; it serves nobody when it comes back.',
  'shop-1 takes no writes and is not reachable.',
])('a fence is done when what it was asked for is not there any more: %s', (words) => {
  expect(contradiction(said(words), asked(null, { server: 'shop-1' }, true))).toBeNull();
  expect(
    contradiction(said('Could not stop shop-1.'), asked(null, { server: 'shop-1' }, true)),
  ).not.toBeNull();
});
