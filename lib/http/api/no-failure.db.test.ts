import { beforeAll, expect, test } from 'vitest';
import { problemSchema } from '@/lib/http/rules/problem';
import { type Attempt, attempts, type Spoiling } from '@/lib/http/testing/walk/attempts';
import { type Caller, everybody, member } from '@/lib/http/testing/walk/callers';
import type { Call } from '@/lib/http/testing/walk/door';
import { sampleOf } from '@/lib/http/testing/walk/samples';
import { testWalk } from '@/lib/http/testing/walk/test-walk';
import { addressOf } from '@/lib/http/testing/walk/verdict';
import { callOf, subjectFor } from '@/lib/http/testing/walk/walk';
import { asRoute, type Callable, type Route } from '@/lib/platform/route';
import { apiRoutes } from '@/lib/routes';
import type { Handled } from './handled';

const door = testWalk();

/** Calls, and how long they may take on a machine that is busy with something else. */
const [most, longestMs, seed] = [5_000, 40_000, 8];

const names = Object.keys(apiRoutes);
let callers: Caller[];

beforeAll(async () => {
  const all = await everybody();
  const admin = all.find(({ name }) => name === 'ADMIN') as Caller;
  // Whoever may do most gets deepest.
  callers = [admin, admin, admin, ...all];
});

/** The names that the input of a route has, whatever the sample says. */
function inputNames(route: string): string[] {
  const row = (apiRoutes as Record<string, Callable | Route | Handled>)[route] as Callable | Route | Handled;
  const { def } = ('handle' in row ? row.input : asRoute(row).call.input)._zod as unknown as {
    def: { shape?: object; in?: { _zod: { def: { shape?: object } } } };
  };
  return Object.keys(def.shape ?? def.in?._zod.def.shape ?? {});
}

const oneOf = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** Sets a value somewhere below a body, at the leaf that the walk from `at` comes to. */
function changedInside(value: unknown, at: number, to: unknown): unknown {
  if (typeof value !== 'object' || value === null) return to;
  const keys = Object.keys(value);
  const key = oneOf(keys, at);
  if (key === undefined) return to;
  const changed = changedInside((value as Record<string, unknown>)[key], Math.floor(at / keys.length), to);
  return Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed };
}

function spoiled(call: Call, route: string, spoiling: Spoiling): Call {
  const isBytes = call.body instanceof Uint8Array;
  switch (spoiling.kind) {
    case 'field': {
      const key = oneOf(
        [...Object.keys(isBytes ? {} : (call.body ?? {})), ...inputNames(route)],
        spoiling.at,
      );
      return isBytes ? call : { ...call, body: { ...call.body, [key ?? 'x']: spoiling.value } };
    }
    case 'inner':
      return isBytes
        ? call
        : { ...call, body: Object(changedInside(call.body ?? {}, spoiling.at, spoiling.value)) };
    case 'path': {
      const [path = '', query] = call.path.split('?');
      const parts = path.split('/');
      const at = 1 + (spoiling.at % (parts.length - 1));
      return { ...call, path: parts.with(at, spoiling.raw).join('/') + (query ? `?${query}` : '') };
    }
    case 'query': {
      const name = oneOf(inputNames(route), spoiling.at) ?? 'x';
      return { ...call, path: `${call.path}${call.path.includes('?') ? '&' : '?'}${name}=${spoiling.raw}` };
    }
    case 'body':
      return { ...call, body: spoiling.bytes, headers: { ...call.headers, 'content-type': spoiling.type } };
    case 'header':
      return {
        ...call,
        headers: { ...call.headers, [spoiling.name]: Buffer.from(spoiling.value).toString('latin1') },
      };
    case 'method':
      return { ...call, method: spoiling.method };
  }
}

/** What is wrong with an answer; null when nothing is. */
function faultOf(status: number, body: string, method: string): string | null {
  if (status >= 500) return `${status} ${body}`;
  if (status < 400 || method === 'HEAD') return null;
  try {
    const { detail, status: said } = problemSchema.parse(JSON.parse(body));
    return said === status && /[.?!)]$/.test(detail) ? null : `${status} without a sentence: ${detail}`;
  } catch {
    return `${status} without a problem document: ${body.slice(0, 200)}`;
  }
}

interface Asked {
  status: number;
  fault: string | null;
}

async function ask({ route, caller, spoilings }: Attempt): Promise<Asked> {
  const name = oneOf(names, route) as string;
  const sample = sampleOf(name);
  const who = sample.asTwin ? await member('ADMIN') : (oneOf(callers, caller) as Caller);
  const address = addressOf(name, sample);
  const made = (await subjectFor(address, sample, who, 'foreign')) ?? {};
  const call = spoilings.reduce(
    (before, one) => spoiled(before, name, one),
    callOf(address, sample, made, who) as Call,
  );
  const { status, body } = await door.call(who, call);
  const fault = faultOf(status, body, call.method);
  const asked = `${call.method} ${call.path.slice(0, 200)} as ${who.name}`;
  return { status, fault: fault && `${asked}, ${JSON.stringify(spoilings).slice(0, 300)}: ${fault}` };
}

test('no input of any route is answered by a failure, and every refusal is a sentence', async () => {
  const until = Date.now() + longestMs;
  const faults: string[] = [];
  const answered = new Map<number, number>();
  for (const attempt of attempts(seed, most)) {
    if (Date.now() > until) break;
    const { status, fault } = await ask(attempt);
    answered.set(status, (answered.get(status) ?? 0) + 1);
    if (fault) faults.push(fault);
  }
  expect(faults).toEqual([]);
  // They were calls that mean something: some are let in all the same, others are refused for what was spoiled.
  expect([...answered.keys()]).toEqual(expect.arrayContaining([200, 400, 403, 404, 422]));
});
