import { parse, type z } from 'zod';
import { AppError, type FieldRefusals } from '@/lib/platform/errors';
import { shortened } from '@/lib/platform/rules/graphemes';
import { longestName, mostRefusals, unknownSentence } from './refusal-sentence';

type Place = readonly (string | number)[];
interface Unknown {
  at: Place;
  keys: string[];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inObject({ shape, catchall }: z.core.$ZodObjectDef, value: unknown, at: Place): Unknown[] {
  if (!isObject(value)) return [];
  const isOpen = catchall && catchall._zod.def.type !== 'never';
  const keys = isOpen ? [] : Object.keys(value).filter((key) => !Object.hasOwn(shape, key));
  const inner = Object.entries(shape).flatMap(([key, field]) => unknownIn(field, value[key], [...at, key]));
  return [...(keys.length > 0 ? [{ at, keys }] : []), ...inner];
}

/** Of the forms that there are, the one that knows most of it. */
function inUnion({ options }: z.core.$ZodUnionDef, value: unknown, at: Place): Unknown[] {
  const fitting = options.filter((option) => isOfKind(option, value));
  const found = (fitting.length > 0 ? fitting : options).map((option) => unknownIn(option, value, at));
  const count = (unknown: Unknown[]) => unknown.reduce((sum, { keys }) => sum + keys.length, 0);
  return found.toSorted((a, b) => count(a) - count(b))[0] ?? [];
}

/** Whether the fields that tell the forms of a union apart say that it is this one. */
function isOfKind(option: z.core.$ZodType, value: unknown): boolean {
  const marks = option._zod.propValues;
  if (!marks || !isObject(value)) return false;
  return Object.entries(marks).every(([key, values]) => values.has(value[key] as z.core.util.Primitive));
}

function unknownIn(schema: z.core.$ZodType, value: unknown, at: Place): Unknown[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return inObject(def, value, at);
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((one, index) => unknownIn(def.element, one, [...at, index]))
        : [];
    case 'record':
      return isObject(value)
        ? Object.entries(value).flatMap(([key, one]) => unknownIn(def.valueType, one, [...at, key]))
        : [];
    case 'union':
      return inUnion(def, value, at);
    case 'pipe':
      return def.in._zod.def.type === 'transform'
        ? unknownIn(def.out, parse(def.in, value), at)
        : unknownIn(def.in, value, at);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'catch':
    case 'readonly':
    case 'nonoptional':
      return unknownIn(def.innerType, value, at);
    default:
      return [];
  }
}

/**
 * A misspelled key would be passed over in silence, and with it the guard or the wish that it stands for.
 * @throws AppError `invalid` that names the keys which the schema does not have
 */
export function refuseUnknownKeys(schema: z.ZodType, raw: unknown): void {
  const found = unknownIn(schema, raw, []);
  const [first] = found;
  if (!first) return;
  const each = found.flatMap(({ at, keys }) => keys.map((key) => [...at, key]));
  const fields: FieldRefusals = {};
  for (const place of each.slice(0, mostRefusals)) {
    fields[shortened(place.join('.'), longestName)] = [unknownSentence([String(place.at(-1))])];
  }
  const where = first.at.length > 0 ? ` (${first.at.join('.')})` : '';
  throw new AppError('invalid', `Please check what was sent${where}: ${unknownSentence(first.keys)}`, {
    fields,
  });
}
