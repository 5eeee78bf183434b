import { describe, expect, test } from 'vitest';
import type { PublicRecovery } from './public-recovery';
import { publicPhase, recoveryBasis, recoveryExpectation, recoveryHeading } from './recovery';

const reading = { zone: 'Europe/London', asOf: '2026-06-09T13:18:00.000Z' };

const base: PublicRecovery = {
  id: '0198f000-0000-7000-8000-000000000001',
  kind: 'FAILOVER',
  state: 'STEP',
  step: 3,
  of: 5,
  steps: [],
  startedAt: '2026-06-09T13:10:00.000Z',
  finishedAt: null,
  changedAt: '2026-06-09T13:17:00.000Z',
  expected: { from: '2026-06-09T13:24:00.000Z', to: '2026-06-09T13:30:00.000Z' },
  known: { drills: 4, live: 0, least: 660, most: 1_020, lastAt: '2026-05-21T09:00:00.000Z', untimed: 0 },
};
const known = (extra: Partial<NonNullable<PublicRecovery['known']>>) => ({
  ...(base.known as NonNullable<PublicRecovery['known']>),
  ...extra,
});

describe('the heading', () => {
  test.each([
    [{}, 'Switching to the secondary: step 3 of 5'],
    [{ kind: 'REBUILD', step: 1 }, 'Building it anew: step 1 of 5'],
    [{ state: 'PREPARING', step: null }, 'Preparing: switching to the secondary'],
    [{ state: 'CHECKING', step: 5 }, 'Switching to the secondary: step 5 of 5, checking the result'],
    [{ state: 'HELD' }, 'Switching to the secondary: held up at step 3 of 5'],
    [{ kind: 'FAILBACK', state: 'DONE' }, 'Moved back to the main server, and checked'],
    [{ state: 'STOPPED' }, 'Stopped: we are back to repairing it'],
  ] as [Partial<PublicRecovery>, string][])('%j', (extra, words) => {
    expect(recoveryHeading({ ...base, ...extra })).toBe(words);
  });
});

describe('what is claimed', () => {
  test.each([
    ['a range', {}, 'We expect it back between 14:24 and 14:30 BST, from 4 practice runs.'],
    [
      'one minute',
      { expected: { from: '2026-06-09T13:24:00.000Z', to: '2026-06-09T13:24:00.000Z' } },
      'We expect it back at about 14:24 BST, from 4 practice runs.',
    ],
    [
      'over midnight',
      { expected: { from: '2026-06-09T22:50:00.000Z', to: '2026-06-09T23:10:00.000Z' } },
      'We expect it back between 23:50 BST and 10 June, 00:10 BST, from 4 practice runs.',
    ],
    [
      'one run',
      { expected: null, known: known({ drills: 1, least: 360, most: 360 }) },
      'Took 6 min in 1 practice run.',
    ],
    [
      'two runs, one of them real',
      { expected: null, known: known({ drills: 1, live: 1, least: 360, most: 540 }) },
      'Took 6 to 9 min in 1 practice run and 1 real one.',
    ],
    [
      'a part that was never timed',
      { known: known({ untimed: 1 }) },
      'We expect it back between 14:24 and 14:30 BST, from 4 practice runs. One part was never timed and comes on top.',
    ],
    [
      'never practised',
      { expected: null, known: null },
      'We have not practised this before, so we cannot say how long it takes.',
    ],
    [
      'held up',
      { state: 'HELD', expected: null },
      'It takes longer than practised. We say more with the next update.',
    ],
    ['done', { state: 'DONE' }, null],
    ['stopped', { state: 'STOPPED' }, null],
  ] as [string, Partial<PublicRecovery>, string | null][])('%s', (_name, extra, words) => {
    expect(recoveryExpectation({ ...base, ...extra }, reading)).toBe(words);
  });

  test('and what it rests on', () => {
    expect(recoveryBasis(base, reading)).toBe(
      'Based on 4 practice runs, which took between 11 and 17 min. The most recent was on Thu 21 May.',
    );
    expect(recoveryBasis({ ...base, expected: null }, reading)).toBeNull();
    const done = { ...base, state: 'DONE' as const, finishedAt: '2026-06-09T13:16:00.000Z' };
    expect(recoveryBasis(done, reading)).toBe('It took 6 min.');
  });
});

test('a phase that was left out was not done, for users too', () => {
  const read = (state: Parameters<typeof publicPhase>[0]) => publicPhase(state, false);
  expect(read('SKIPPED')).toBe('skipped');
  expect(read('DONE')).toBe('done');
  expect(read('PENDING')).toBe('ahead');
  expect(publicPhase('RUNNING', true)).toBe('current');
});
