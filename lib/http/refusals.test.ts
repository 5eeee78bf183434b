import { expect, test } from 'vitest';
import { z } from 'zod';
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

/** Whatever of an object, or of the objects in it, has a value although it was left out. */
function defaultsOf(schema: z.core.$ZodType, name: string): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'default' || def.type === 'prefault') return [name];
  if (def.type === 'object')
    return Object.entries(def.shape).flatMap(([key, part]) => defaultsOf(part, `${name}.${key}`));
  return def.type === 'optional' ? defaultsOf(def.innerType, name) : [];
}

/** What names the row, or is said of the edit itself. */
const ofTheEdit = ['id', 'ref', 'version', 'reason'];

test.each(inputs.filter(([address]) => address.startsWith('PATCH ')))(
  '%s changes nothing that is left out',
  (address, schema) => {
    expect(defaultsOf(schema, '')).toEqual([]);
    const { shape } = schema as z.ZodObject;
    const edited = Object.keys(shape).filter(
      (key) => !ofTheEdit.includes(key) && !address.includes(`:${key}`),
    );
    const demanded = edited.filter((key) => !takes(shape[key] as z.ZodType, undefined));
    expect(edited.length > 1 ? demanded : []).toEqual([]);
  },
);

type Leaf = [name: string, leaf: z.core.$ZodTypes];

/** Every plain value of a schema, by its name, whatever it is wrapped in. */
function leavesOf(schema: z.core.$ZodType, name = ''): Leaf[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const inner = (parts: readonly z.core.$ZodType[]) => parts.flatMap((part) => leavesOf(part, name));
  if (def.type === 'object') return Object.entries(def.shape).flatMap(([key, part]) => leavesOf(part, key));
  if (def.type === 'array') return inner([def.element]);
  if (def.type === 'union') return inner(def.options);
  if (def.type === 'record') return inner([def.keyType, def.valueType]);
  if (def.type === 'pipe') return inner([def.in, def.out]);
  return 'innerType' in def ? inner([def.innerType]) : [[name, schema as z.core.$ZodTypes]];
}

const takes = (leaf: z.core.$ZodType, value: unknown) => (leaf as z.ZodType).safeParse(value).success;

/** Values of which every one is stored as it is, by kind: the database holds none of them. */
const unheld: Record<string, unknown> = {
  date: '0000-01-01',
  datetime: '0000-01-01T00:00:00Z',
  number: 2 ** 31,
  bigint: 2n ** 63n,
};
/** What no column of four bytes meets. */
const held: Record<string, string> = {
  version: 'is compared with the version that was read',
  sizeBytes: 'has a column of eight bytes',
  input: 'stands in a document',
  absolute: 'stands in a document',
  maxSeconds: 'stands in a document',
  value: 'stands in a document',
};

test.each(inputs)(
  '%s takes nothing that its column cannot hold, and spells an id in one way',
  (_, schema) => {
    const upper = '01936F0E-7C2B-7A61-9D3E-5B1F0C8A2D47';
    const wrong = leavesOf(schema).flatMap(([name, leaf]) => {
      const { def } = leaf._zod;
      const kind = def.type === 'string' && 'format' in def ? String(def.format) : def.type;
      if (kind === 'uuid')
        return (leaf as unknown as z.ZodUUID).parse(upper) === upper ? [`${name}: ${upper}`] : [];
      return !(name in held) && kind in unheld && takes(leaf, unheld[kind])
        ? [`${name}: ${unheld[kind]}`]
        : [];
    });
    expect(wrong).toEqual([]);
  },
);

test.each([
  [{ it: 'a\0b' }, 'it'],
  [{ it: ['fine', { text: 'half \ud83d' }] }, 'it.1.text'],
  [{ it: { 'a\0': 1 } }, 'it'],
])('no input has a character that cannot be stored: %j', (body, field) => {
  const error = refused(() => parseInput(z.object({ it: z.any() }), body));
  expect(error?.fields).toEqual({ [field]: [expect.stringContaining('cannot be stored')] });
  expect(() => parseInput(z.object({ it: z.any() }), { it: 'whole 😀' })).not.toThrow();
});
