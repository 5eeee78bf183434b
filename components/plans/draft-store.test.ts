import { expect, test, vi } from 'vitest';
import { ApiProblem } from '@/components/api/call-api';
import type { PlanDraft } from '@/lib/plans/rules/draft';
import { type DraftState, DraftStore, type SavedDraft, type UnsavedDraft } from './draft-store';

const blank: PlanDraft = { purpose: '', variables: [], precheck: [], phases: [] };
const review = { lint: [], faults: [], changes: [] };
const begin: DraftState = {
  draft: blank,
  version: 1,
  savedAt: null,
  phase: 'SAVED',
  sentence: null,
  generation: 0,
  ...review,
};
const write = (purpose: string) => (draft: PlanDraft) => ({ ...draft, purpose });

const about = { type: 'urn:standby:internal', title: 'internal' } as const;

interface Call {
  key: string;
  version: number;
  purpose: string;
  answer: () => void;
  refuse: (status: number, message?: string) => void;
}

function scene() {
  const calls: Call[] = [];
  let waiting: (() => void) | null = null;
  let remembered: UnsavedDraft | null = null;
  const store = new DraftStore(begin, {
    save: ({ key, version, draft }) =>
      new Promise<SavedDraft>((resolve, reject) => {
        const saved = { ...review, version: version + 1, savedAt: '2026-11-22T10:00:00Z', differs: true };
        calls.push({
          key,
          version,
          purpose: draft.purpose,
          answer: () => resolve(saved),
          refuse: (status, detail = 'No') => reject(new ApiProblem({ ...about, status, detail })),
        });
      }),
    remember: (unsaved) => {
      remembered = unsaved;
    },
    after: (_, run) => {
      waiting = run;
      return () => {
        waiting = null;
      };
    },
  });
  const settle = async () => {
    for (let i = 0; i < 10; i += 1) await Promise.resolve();
  };
  return {
    store,
    calls,
    remembered: () => remembered,
    pass: async () => {
      const run = waiting;
      waiting = null;
      run?.();
      await settle();
    },
    settle,
  };
}

test('typing is saved after a pause, once, and remembered until then', async () => {
  const { store, calls, pass, remembered, settle } = scene();
  store.change(write('a'));
  store.change(write('ab'));
  expect(remembered()?.draft.purpose).toBe('ab');
  expect(calls).toHaveLength(0);
  await pass();
  expect(calls).toMatchObject([{ version: 1, purpose: 'ab' }]);
  calls[0]?.answer();
  await settle();
  expect(store.get()).toMatchObject({ phase: 'SAVED', version: 2 });
  expect(remembered()).toBeNull();
});

test('what is typed during a save follows it, with the version that the save made', async () => {
  const { store, calls, pass, settle, remembered } = scene();
  store.change(write('a'));
  await pass();
  store.change(write('ab'));
  await pass();
  expect(calls).toHaveLength(1);
  calls[0]?.answer();
  await settle();
  expect(remembered()?.draft.purpose).toBe('ab');
  await pass();
  expect(calls[1]).toMatchObject({ version: 2, purpose: 'ab' });
});

test('while Standby is away it tries again, and nothing typed is lost', async () => {
  const { store, calls, pass, settle, remembered } = scene();
  store.change(write('a'));
  await pass();
  calls[0]?.refuse(0, 'Standby cannot be reached.');
  await settle();
  expect(store.get()).toMatchObject({ phase: 'AWAY', sentence: 'Standby cannot be reached.' });
  expect(store.get().draft.purpose).toBe('a');
  expect(remembered()?.draft.purpose).toBe('a');
  await pass();
  calls[1]?.answer();
  await settle();
  expect(store.get().phase).toBe('SAVED');
});

test('when somebody was first it waits for a decision, even while typing goes on', async () => {
  const { store, calls, pass, settle } = scene();
  store.change(write('a'));
  await pass();
  calls[0]?.refuse(409, 'Mei changed this plan in between.');
  await settle();
  store.change(write('ab'));
  await pass();
  expect(calls).toHaveLength(1);
  expect(store.get()).toMatchObject({ phase: 'CONFLICT', sentence: 'Mei changed this plan in between.' });
  expect(await store.flush()).toBe(false);

  const kept = store.keepMine(7);
  expect(calls[1]).toMatchObject({ version: 7, purpose: 'ab' });
  calls[1]?.answer();
  await kept;
  expect(store.get()).toMatchObject({ phase: 'SAVED', version: 8 });
});

test('what others saved can be taken over, and fields begin anew', () => {
  const { store, remembered } = scene();
  store.change(write('mine'));
  store.adopt({ ...review, draft: write('theirs')(blank), version: 9, savedAt: null });
  expect(store.get()).toMatchObject({ phase: 'SAVED', version: 9, generation: 1 });
  expect(store.get().draft.purpose).toBe('theirs');
  expect(remembered()).toBeNull();
});

test('flush saves at once and says whether all is saved', async () => {
  const { store, calls, settle } = scene();
  store.change(write('a'));
  const done = store.flush();
  await settle();
  calls[0]?.refuse(400, 'Too long');
  expect(await done).toBe(false);
  expect(store.get()).toMatchObject({ phase: 'REFUSED', sentence: 'Too long' });
});

type Happens = { types: string } | { answered: 'saved' | number };
const types = (text: string): Happens => ({ types: text });
const saved: Happens = { answered: 'saved' };
const refused = (status: number): Happens => ({ answered: status });
const lost = refused(0);

test.each<[string, Happens[], sent: string[], phase: string]>([
  ['answered', [types('a'), saved], ['#1 of 1: a'], 'SAVED'],
  ['lost and sent again', [types('a'), lost, saved], ['#1 of 1: a', '#1 of 1: a'], 'SAVED'],
  [
    'lost, with more typed meanwhile: first what was lost, then the rest on what that made',
    [types('a'), lost, types('ab'), saved, saved],
    ['#1 of 1: a', '#1 of 1: a', '#2 of 2: ab'],
    'SAVED',
  ],
  [
    'lost at a gateway, then overloaded',
    [types('a'), refused(502), refused(429)],
    ['#1 of 1: a', '#1 of 1: a', '#1 of 1: a'],
    'SAVING',
  ],
  [
    'refused, and typed anew',
    [types('a'), refused(422), types('b'), saved],
    ['#1 of 1: a', '#2 of 1: b'],
    'SAVED',
  ],
  [
    'lost, and refused as another was first',
    [types('a'), lost, refused(409)],
    ['#1 of 1: a', '#1 of 1: a'],
    'CONFLICT',
  ],
])('a save that is %s', async (_save, happens, sent, phase) => {
  const { store, calls, pass, settle } = scene();
  for (const one of happens) {
    const call = calls.at(-1);
    if ('types' in one) store.change(write(one.types));
    else if (one.answered === 'saved') call?.answer();
    else call?.refuse(one.answered);
    await settle();
    await pass();
  }
  const keys = [...new Set(calls.map(({ key }) => key))];
  expect(
    calls.map(({ key, version, purpose }) => `#${keys.indexOf(key) + 1} of ${version}: ${purpose}`),
  ).toEqual(sent);
  expect(store.get().phase).toBe(phase);
  expect(store.unanswered).toBe(phase === 'SAVING');
});

test('what was lost before a reload goes out again as it was, before what was typed', async () => {
  const before = scene();
  before.store.change(write('a'));
  await before.pass();
  before.store.change(write('ab'));
  const left = before.remembered();
  const { store, calls, settle } = scene();
  store.restore(JSON.parse(JSON.stringify(left)));
  expect(store.unanswered).toBe(true);
  const all = store.flush();
  for (let i = 0; i < 2; i += 1) {
    await settle();
    calls[i]?.answer();
  }
  expect(await all).toBe(true);
  expect(calls.map(({ version, purpose }) => [version, purpose])).toEqual([
    [1, 'a'],
    [2, 'ab'],
  ]);
  expect(calls[0]?.key).toBe(before.calls[0]?.key);
});

test('what was lost goes out anew once the server has forgotten it, after a reload and on an open page', async () => {
  vi.useFakeTimers();
  try {
    const { store, calls, pass, settle, remembered } = scene();
    store.change(write('a'));
    await pass();
    calls[0]?.refuse(503);
    await settle();
    vi.advanceTimersByTime(24 * 60 * 60_000);
    const later = scene();
    later.store.restore(JSON.parse(JSON.stringify(remembered())));
    expect(later.store.unanswered).toBe(false);
    await pass();
    expect(calls[1]).toMatchObject({ version: 1, purpose: 'a' });
    expect(calls[1]?.key).not.toBe(calls[0]?.key);
  } finally {
    vi.useRealTimers();
  }
});
