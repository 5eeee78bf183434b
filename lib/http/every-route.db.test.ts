import { beforeAll, describe, expect, test } from 'vitest';
import { apiRoutes } from '@/lib/routes';
import { type Caller, everybody } from './testing/walk/callers';
import { eventsSoFar } from './testing/walk/door';
import { sampleOf, samples } from './testing/walk/samples';
import { testWalk } from './testing/walk/test-walk';
import { addressOf } from './testing/walk/verdict';
import { callOf, subjectFor, walk } from './testing/walk/walk';

const door = testWalk();

const names = Object.keys(apiRoutes);
const sampled = names.filter((name) => name in samples);

let callers: Caller[];

beforeAll(async () => {
  callers = await everybody();
});

test('every route has a sample of how it is called', () => {
  const missing = names.filter((name) => !(name in samples));
  expect(missing, 'Say in lib/http/testing/walk/…-samples.ts how the route is called.').toEqual([]);
  expect(Object.keys(samples).filter((name) => !names.includes(name))).toEqual([]);
});

describe('every role, on own, foreign, missing and malformed subjects', () => {
  test.each(sampled)('%s', async (name) => {
    const { notes, refusals, eventsOfRefused } = await walk(name, sampleOf(name), callers, door);
    const lines = (of: 'answered' | 'expected') =>
      notes.map((note) => `${note.caller}, ${note.whose}: ${note[of]}`);
    expect(lines('answered')).toEqual(lines('expected'));
    expect(Object.values(refusals).filter((told) => told.length > 1)).toEqual([]);
    expect(eventsOfRefused).toBe(0);
  });
});

describe('a page of another site, with the cookie of an admin', () => {
  // An automation shows a signature and no cookie.
  const writes = sampled.filter((name) => !/^GET|call-backs/.test(name));

  test.each(writes)('%s is refused', async (name) => {
    const sample = sampleOf(name);
    const admin = callers.find((caller) => caller.name === 'ADMIN') as Caller;
    const address = addressOf(name, sample);
    const made = await subjectFor(address, sample, admin, 'foreign');
    const before = await eventsSoFar();
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const call = { ...callOf(address, sample, made ?? {}, admin), headers };
      expect(await door.call(admin, call)).toMatchObject({
        status: 403,
        body: expect.stringContaining('another site'),
      });
    }
    expect(await eventsSoFar()).toBe(before);
  });
});
