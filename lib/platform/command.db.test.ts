import { expect, test } from 'vitest';
import { z } from 'zod';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { nothing } from '@/lib/platform/answers/view';
import { eventType, ref } from '@/lib/platform/events/event-type';
import { claimIdempotency } from '@/lib/platform/input/idempotency';
import { command } from './command';
import { type Actor, systemContext } from './context';
import { AppError } from './errors';
import { newId } from './ids';
import { permit, policy } from './policy';
import { patience } from './process/patience';
import { query } from './query';

testDatabase();

const done = eventType('test.done', {
  data: { subjectId: ref('test') },
  subjects: ['subjectId'],
  says: () => 'Done',
});
const rows = policy({ 'test.do': { yes: ['SYSTEM', 'RESPONDER'] } });
let runs = 0;

const act = command({
  input: z.object({ subjectId: z.uuid('Give an id.'), fail: z.boolean().default(false) }),
  answer: z.object({ run: z.int() }),
  load: async (_tx, input) => input.subjectId,
  allow: permit(rows, 'test.do'),
  run: async ({ subject, input, record }) => {
    runs += 1;
    record(done({ subjectId: subject }));
    if (input.fail) throw new AppError('precondition', 'Not now.');
    return { run: runs };
  },
});

test('a command writes its events with its change, and a refusal leaves nothing behind', async () => {
  await act(systemContext('test'), { subjectId: newId() });
  expect(await db().event.count()).toBe(1);
  expect(await db().eventInbox.count()).toBe(1);
  await expect(act(systemContext('test'), { subjectId: newId(), fail: true })).rejects.toThrow('Not now.');
  expect(await db().event.count()).toBe(1);
});

test('wrong input is refused by field, in a sentence, before a transaction is opened', async () => {
  await expect(act(systemContext('test'), { subjectId: 'x' })).rejects.toMatchObject({
    code: 'invalid',
    fields: { subjectId: ['Give an id.'] },
  });
});

test('the policy refuses: a visitor is asked to sign in, a role is told so', async () => {
  const as = (actor: Actor) => act({ ...systemContext('test'), actor }, { subjectId: newId() });
  await expect(as({ kind: 'anonymous' })).rejects.toMatchObject({ code: 'unauthenticated' });
  const user: Actor = { kind: 'member', memberId: newId(), role: 'USER', sessionId: newId() };
  await expect(as(user)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(as({ kind: 'key', keyId: newId(), role: 'RESPONDER' })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('whose own it is not, or what there is not, is refused in the same words, and no sooner', async () => {
  patience.forget();
  const mine = newId();
  const find = async (id: string) => {
    if (id.startsWith('0000')) throw new AppError('not_found', 'There is none.');
    return id;
  };
  const row = policy({ 'test.own': { yes: [], own: ['USER'] } });
  const allow = permit(row, 'test.own', (_, id: string) => id === mine);
  const input = z.object({ id: z.string() });
  const run = async () => {};
  const ways = [
    command({ input, answer: nothing, load: (_, { id }) => find(id), allow, run }),
    query({ name: 'test.own', input, answer: nothing, load: (_, { id }) => find(id), allow, run }),
  ];
  const actor: Actor = { kind: 'member', memberId: newId(), role: 'USER', sessionId: newId() };
  for (const way of ways) {
    await way({ ...systemContext('test'), actor }, { id: mine });
    const refusals = [];
    for (const id of [newId(), '0000']) {
      const began = performance.now();
      const told: AppError = await way({ ...systemContext('test'), actor }, { id }).then(
        () => expect.unreachable(),
        (error: AppError) => error,
      );
      refusals.push([told.code, told.message, performance.now() - began >= 45]);
    }
    const sentence = 'Only the person whose own it is may do this.';
    expect(refusals).toEqual([
      ['forbidden', sentence, true],
      ['forbidden', sentence, true],
    ]);
  }
});

test('a repeated request with its key runs once, also when both come at once; another body is refused', async () => {
  const input = { subjectId: newId() };
  const ctx = { ...systemContext('test'), idempotencyKey: newId() };
  const before = runs;
  const answers = await Promise.all([act(ctx, input), act(ctx, input), act(ctx, input)]);
  expect(runs).toBe(before + 1);
  expect(new Set(answers.map((answer) => answer.run)).size).toBe(1);
  expect(await act(ctx, input)).toEqual(answers[0]);
  await expect(act(ctx, { subjectId: newId() })).rejects.toMatchObject({ code: 'conflict' });
});

test('a repeated act without an answer has none either, and an answer of null stays null', async () => {
  const answering = <T extends z.ZodType>(answer: T, value: z.output<T>) =>
    command({
      input: z.object({}),
      answer,
      load: async () => null,
      allow: permit(rows, 'test.do'),
      run: async () => value,
    });
  for (const silent of [answering(nothing, undefined), answering(z.null(), null)]) {
    const ctx = { ...systemContext('test'), idempotencyKey: newId() };
    const first = await silent(ctx, {});
    expect(await silent(ctx, {})).toBe(first);
  }
});

test('a request whose first try is still under way says so, and runs once that try was given up', async () => {
  const ctx = { ...systemContext('test'), idempotencyKey: newId() };
  await expect(
    db().$transaction(async (first) => {
      await claimIdempotency(first, ctx, 'test.do', {});
      await expect(
        db().$transaction(async (second) => {
          await second.$executeRaw`set local lock_timeout = 50`;
          await claimIdempotency(second, ctx, 'test.do', {});
        }),
      ).rejects.toMatchObject({ code: 'in_progress' });
      throw new Error('given up');
    }),
  ).rejects.toThrow('given up');
  expect(await db().$transaction((third) => claimIdempotency(third, ctx, 'test.do', {}))).toBeNull();
});

test('a transaction has no second connection, and what takes long is done before it', async () => {
  const seen: string[] = [];
  const greedy = command({
    name: 'test.do',
    input: z.object({ greedy: z.boolean() }),
    answer: nothing,
    load: async () => null,
    allow: permit(rows, 'test.do'),
    prepare: async () => {
      await db().event.count();
      seen.push('prepared');
      return 7;
    },
    run: async ({ tx, input, prepared }) => {
      seen.push(`ran with ${prepared}`);
      await tx.event.count();
      if (input.greedy) await db().event.count();
    },
  });
  await greedy(systemContext('test'), { greedy: false });
  expect(seen).toEqual(['prepared', 'ran with 7']);
  await expect(greedy(systemContext('test'), { greedy: true })).rejects.toThrow('one connection');
  const visitor: Actor = { kind: 'anonymous' };
  await expect(greedy({ ...systemContext('test'), actor: visitor }, { greedy: false })).rejects.toThrow(
    'Sign in',
  );
  expect(seen).toHaveLength(4);
});

test('what was done before is answered again, also over the limit', async () => {
  const bucket = newId();
  const limited = command({
    name: 'test.do',
    input: z.object({ number: z.int() }),
    answer: z.object({ number: z.int() }),
    load: async () => null,
    allow: permit(rows, 'test.do'),
    limits: { rules: () => [{ bucket, limit: 1, seconds: 86_400 }], sentence: () => 'Too often.' },
    run: async ({ input }) => input,
  });
  const first = { ...systemContext('test'), idempotencyKey: newId() };
  expect(await limited(first, { number: 1 })).toEqual({ number: 1 });
  await expect(limited(systemContext('test'), { number: 2 })).rejects.toThrow('Too often.');
  expect(await limited(first, { number: 1 })).toEqual({ number: 1 });
});

test('an answer is not told again to somebody whose role may not know it any more', async () => {
  let owner = '';
  const ownRows = policy({ 'test.do': { yes: ['RESPONDER'], own: ['USER'] } });
  const answering = command({
    input: z.object({}),
    answer: z.object({ secret: z.string() }),
    load: async () => ({}),
    allow: permit(ownRows, 'test.do', async (actor) => actor.kind === 'member' && actor.memberId === owner),
    run: async () => ({ secret: newId() }),
  });
  const memberId = newId();
  const key = newId();
  const as = (role: 'RESPONDER' | 'USER' | 'MANAGER') => {
    const actor: Actor = { kind: 'member', memberId, role, sessionId: newId() };
    return answering({ ...systemContext('test'), actor, idempotencyKey: key }, {});
  };
  const first = await as('RESPONDER');
  expect(await as('RESPONDER')).toEqual(first);
  expect(await as('MANAGER')).toEqual(first);
  await expect(as('USER')).rejects.toMatchObject({ code: 'forbidden' });
  owner = memberId;
  expect(await as('USER')).toEqual(first);
});

test('strangers repeat from wherever they are, and meet nobody who chose the same key', async () => {
  const openRows = policy({ 'test.do': { yes: ['ANONYMOUS'] } });
  const said: string[] = [];
  const say = command({
    input: z.object({ text: z.string() }),
    answer: z.object({ place: z.int() }),
    load: async () => null,
    allow: permit(openRows, 'test.do'),
    run: async ({ input }) => ({ place: said.push(input.text) }),
  });
  const from = (addressBlock: string) =>
    ({ actor: { kind: 'anonymous' }, requestId: newId(), addressBlock, idempotencyKey: 'report-1' }) as const;
  expect(await say(from('home'), { text: 'mine' })).toEqual({ place: 1 });
  expect(await say(from('train'), { text: 'mine' })).toEqual({ place: 1 });
  expect(await say(from('home'), { text: 'another' })).toEqual({ place: 2 });
  expect(said).toEqual(['mine', 'another']);
});
