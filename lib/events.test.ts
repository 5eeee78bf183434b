import { expect, test } from 'vitest';
import { z } from 'zod';
import '@/lib/nouns';
import { eventTypes, sentenceOf } from '@/lib/platform/events/event-type';

const id = '0198f000-0000-7000-8000-000000000001';

/** Data as its schema allows: every number is `count`, and of several choices the one at `turn`. */
function sample(schema: unknown, count: number, choice: number): unknown {
  const again = (inner: unknown) => sample(inner, count, choice);
  if (schema instanceof z.ZodObject) {
    return Object.fromEntries(Object.entries(schema.shape).map(([key, field]) => [key, again(field)]));
  }
  if (schema instanceof z.ZodEnum) return schema.options[choice % schema.options.length];
  if (schema instanceof z.ZodUnion) return again(schema.options[choice % schema.options.length]);
  if (schema instanceof z.ZodLiteral) return [...schema.values][choice % schema.values.size];
  if (schema instanceof z.ZodArray) {
    const one = schema.element instanceof z.ZodString ? 'rtoMinutes' : again(schema.element);
    return Array.from({ length: count }, () => one);
  }
  if (schema instanceof z.ZodNullable) return choice % 3 === 2 ? null : again(schema.unwrap());
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return again(schema.unwrap());
  if (schema instanceof z.ZodNumber) return count;
  if (schema instanceof z.ZodBoolean) return choice % 2 === 0;
  if (schema instanceof z.ZodUUID) return id;
  if (schema instanceof z.ZodISODateTime) return '2026-06-09T13:30:00.000Z';
  if (schema instanceof z.ZodString) return 'words';
  return null;
}

/** A count of one beside a plural, a name of a field, a name of a value, or nothing where a word belongs. */
const raw =
  /\b1 (?!s\b|is\b|differs\b)[a-z]+s\b|\b[a-z]+[A-Z]\w*|\b(?!RTO|RPO|RTA|RPA|API|OK|HTTP|TCP|TLS|DNS)[A-Z]{2,}(_[A-Z]+)*\b|\b(undefined|null|NaN)\b|\[object/;

test.each(eventTypes().map(({ type, schema }) => [type, schema] as const))(
  '%s speaks of no field, no value and no “1 steps”',
  (type, schema) => {
    for (const count of [0, 1, 2]) {
      for (let choice = 0; choice < 12; choice += 1) {
        const data = sample(schema, count, choice) as Record<string, unknown>;
        const said = sentenceOf({ type, data }, (kind) => (choice % 2 ? `the ${kind.toLowerCase()}` : null));
        expect(said).not.toMatch(raw);
      }
    }
  },
);
