import { afterAll, beforeAll, expect, test } from 'vitest';
import { pool } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { newId } from '@/lib/platform/ids';
import type { Problem } from './rules/problem';
import { type Breaking, breaking, unreachable } from './testing/walk/breaking-inputs';
import { type Caller, member } from './testing/walk/callers';
import { type Door, eventsSoFar, openDoor } from './testing/walk/door';
import { incidentSamples } from './testing/walk/incident-samples';
import { peopleSamples } from './testing/walk/people-samples';
import { openGround } from './testing/walk/recovery';
import { recoverySamples } from './testing/walk/recovery-samples';
import type { Sample } from './testing/walk/sample';
import { addressOf } from './testing/walk/verdict';
import { callOf } from './testing/walk/walk';

testDatabase();

const samples: Record<string, Sample> = { ...incidentSamples, ...peopleSamples, ...recoverySamples };
let door: Door;
let admin: Caller;
const close: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const ground = await openGround();
  door = await openDoor();
  close.push(door.close, ground.stop);
  admin = await member('ADMIN');
});
afterAll(async () => {
  for (const one of close) await one();
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
  const sample = samples[route] as Sample;
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
