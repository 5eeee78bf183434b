import { beforeAll, expect, test } from 'vitest';
import { pool } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import type { Problem } from './rules/problem';
import { type Breaking, breaking, unreachable } from './testing/walk/breaking-inputs';
import { type Caller, member } from './testing/walk/callers';
import { eventsSoFar } from './testing/walk/door';
import { sampleOf } from './testing/walk/samples';
import { testWalk } from './testing/walk/test-walk';
import { addressOf } from './testing/walk/verdict';
import { callOf } from './testing/walk/walk';

const door = testWalk();

let admin: Caller;

beforeAll(async () => {
  admin = await member('ADMIN');
});

test('every check constraint has an input that is refused before it, or a reason why there is none', async () => {
  const { rows } = await pool().query<{ name: string }>(
    "select conname as name from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace",
  );
  const known = [...Object.keys(breaking), ...Object.keys(unreachable)];
  expect(known.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
});

/** Sends what a sample says, with a change. */
async function sendChanged({ route, send }: Breaking) {
  const sample = sampleOf(route);
  const made = (await sample.of?.(null)) ?? {};
  const call = callOf(addressOf(route, sample), sample, made, admin);
  const change = send(made);
  const before = await eventsSoFar();
  const { status, body: text } = await door.call(admin, { ...call, body: { ...call.body, ...change } });
  expect(await eventsSoFar()).toBe(before);
  return { status, problem: JSON.parse(text) as Problem, change };
}

const inputs = Object.entries(breaking).flatMap(([constraint, list]) =>
  list.map((one) => ({ constraint, ...one })),
);

test.each(inputs)('$constraint: $route', async (input) => {
  const { status, problem, change } = await sendChanged(input);
  expect([409, 412, 422]).toContain(status);
  // Refused for what was changed, and not because the sample is none any more.
  const fields = Object.keys(problem.fields ?? {}).map((path) => path.split('.')[0]);
  if (fields.length > 0) expect(Object.keys(change)).toEqual(expect.arrayContaining(fields));
  else expect(status).not.toBe(422);
  expect(problem.detail).toMatch(/[.!?)]$/);
});

test.each([
  ['POST /services', 'ownerId'],
  ['POST /automation/endpoints', 'serviceId'],
] as const)('%s is told in a sentence when %s names nothing that there is', async (route, field) => {
  const { status, problem } = await sendChanged({ route, send: () => ({ [field]: newId() }) });
  expect([status, Object.keys(problem.fields ?? {})]).toEqual([422, [field]]);
});
