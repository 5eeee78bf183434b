import '@/lib/deliveries/testing/environment';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { type AppError, isAppError } from '@/lib/platform/errors';
import { parseInput } from '@/lib/platform/input/parse-input';
import { refuseUnknownKeys } from '@/lib/platform/input/unknown-keys';
import { asRoute } from '@/lib/platform/route';
import { apiRoutes } from '@/lib/routes';

const inputs = Object.entries(apiRoutes).map(([name, row]): [string, z.ZodType] => [
  name,
  'handle' in row ? row.input : asRoute(row).call.input,
]);

const wrong: unknown[] = [
  undefined,
  null,
  '',
  'x',
  'x'.repeat(70_000),
  -1,
  0.5,
  1e12,
  Number.NaN,
  [],
  [{}],
  ['x', 'x'],
  Array.from({ length: 300 }, () => 7),
  {},
  { x: 1 },
  true,
];

function refused(act: () => unknown): AppError | null {
  try {
    act();
    return null;
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
}

/** The names that an input has: zod says them of whatever lies within. */
function namesOf(schema: z.ZodType): string[] {
  const { def } = (schema as unknown as z.core.$ZodTypes)._zod;
  if (def.type === 'object') return Object.keys(def.shape);
  if (def.type === 'union') return def.options.flatMap((option) => namesOf(option as z.ZodType));
  if (def.type === 'pipe') return [...namesOf(def.in as z.ZodType), ...namesOf(def.out as z.ZodType)];
  return [];
}

const parserWords = /invalid|expected|received|unrecognized|too (small|big)|must be|pattern|NaN|undefined/i;

test.each(inputs)('%s refuses in sentences that a person can act on', (_, schema) => {
  const names = [...new Set(namesOf(schema))];
  const bodies = [
    {},
    ...wrong.map((value) => Object.fromEntries(names.map((name) => [name, value]))),
    ...wrong,
  ];
  const sentences = bodies.flatMap((body) => {
    const error = refused(() => parseInput(schema, body));
    return error ? [error.message, ...Object.values(error.fields).flat()] : [];
  });
  expect(sentences.filter((sentence) => parserWords.test(sentence) || !/[.?!)]$/.test(sentence))).toEqual([]);
});

test.each(inputs)('%s names a key that it does not know', (_, schema) => {
  expect(refused(() => refuseUnknownKeys(schema, { verison: 1 }))?.fields).toEqual({
    verison: ['There is no field “verison” here. Leave it out, or check how it is spelled.'],
  });
});
