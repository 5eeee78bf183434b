import { describe, expect, test } from 'vitest';
import {
  consequences,
  databaseStates,
  isOfDatabase,
  markOfDatabase,
  type Seen,
  stateAfter,
  type Trouble,
  troubleOf,
} from './trouble';

const troubles = databaseStates.filter((state): state is Trouble => state !== 'well');

describe('what an error tells of the database', () => {
  const codes: [Trouble | null, string[]][] = [
    ['read-only', ['25006']],
    ['away', ['08006', '57P01', '57P03', '28P01', '3D000', 'P1001']],
    ['slow', ['57014', '25P03', 'P1008', 'P2028']],
    ['used up', ['53300', 'P2024', 'P2037']],
    ['full', ['53100', '53200', '53400']],
    ['outdated', ['42P01', '42703', '3F000', 'P2021', 'P2022']],
    [null, ['55P03', '40001', '40P01', '23505', '22P02', 'P2002', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET']],
  ];
  test.each(codes)('%s: %j', (trouble, list) => {
    for (const code of list) {
      expect(troubleOf(Object.assign(new Error('x'), { code })), code).toBe(trouble);
      expect(
        troubleOf({ code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: code } } } }),
        code,
      ).toBe(trouble);
      expect(troubleOf(new Error('of something else', { cause: { code } })), code).toBe(trouble);
    }
  });

  test.each([
    ['timeout exceeded when trying to connect', 'used up'],
    ['Connection terminated due to connection timeout', 'slow'],
    ['Query read timeout', 'slow'],
    ['Connection terminated unexpectedly', 'away'],
    ['division by zero', null],
  ])('%s is %s', (words, trouble) => {
    expect(troubleOf(new Error(words))).toBe(trouble);
  });

  test('nothing, when it is no error', () => {
    for (const nothing of [null, undefined, 'ECONNREFUSED', 3]) expect(troubleOf(nothing)).toBeNull();
  });

  test('of a socket only when it is one of the database', () => {
    for (const code of ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']) {
      const error = Object.assign(new Error('of a socket'), { code });
      expect([troubleOf(error), isOfDatabase(error)]).toEqual([null, false]);
      markOfDatabase(error);
      expect(troubleOf(new Error('of something else', { cause: error }))).toBe('away');
    }
  });
});

describe('the state of the database', () => {
  const act = (found: Trouble): Seen => ({ by: 'act', found });
  const look = (found: Seen['found']): Seen => ({ by: 'look', found });

  test('is what a look finds, whatever it was', () => {
    for (const before of databaseStates) {
      for (const found of troubles) {
        const next = stateAfter(before, look(found));
        expect(next).toEqual({ state: found, renew: false, lookInMs: consequences[found].lookAgainMs });
      }
      const well = stateAfter(before, look('well'));
      expect(well).toEqual({ state: 'well', renew: before === 'read-only', lookInMs: null });
    }
  });

  test('is looked at, and not changed, when one act meets some trouble', () => {
    for (const before of databaseStates) {
      for (const found of ['away', 'slow', 'used up', 'full', 'outdated'] as const)
        expect(stateAfter(before, act(found))).toEqual({ state: before, renew: false, lookInMs: 0 });
    }
  });

  test('is read-only from the first refused write on, and the connections that lead there are renewed once', () => {
    expect(stateAfter('well', act('read-only'))).toEqual({ state: 'read-only', renew: true, lookInMs: 0 });
    for (const before of troubles)
      expect(stateAfter(before, act('read-only'))).toEqual({ state: before, renew: false, lookInMs: 0 });
  });
});

test('every trouble says in a sentence why an act is refused, and when to try again', () => {
  for (const trouble of troubles) {
    const { says, retryAfter, lookAgainMs } = consequences[trouble];
    expect(says).toMatch(/^(The|At the moment the) database .*\.$/);
    expect(retryAfter).toBeGreaterThan(0);
    expect(lookAgainMs).toBeGreaterThan(0);
  }
});
