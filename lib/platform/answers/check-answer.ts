import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { inTests } from '@/lib/platform/process/in-tests';

/** The places of what a schema leaves out or changes. */
function differences(given: unknown, known: unknown, place: string): string[] {
  if (isDeepStrictEqual(given, known)) return [];
  if (typeof given !== 'object' || typeof known !== 'object' || !given || !known) return [place];
  return Object.entries(given).flatMap(([key, value]) =>
    differences(value, (known as Record<string, unknown>)[key], `${place}.${key}`),
  );
}

/** @throws Error when a view is not exactly what its schema says, in tests only */
export function checkAnswer(name: string, schema: z.ZodType, view: () => unknown): void {
  if (!inTests) return;
  const shown = view();
  const given: unknown = shown === undefined ? undefined : JSON.parse(JSON.stringify(shown));
  const read = schema.safeParse(given);
  const faults = read.success
    ? differences(given, read.data, name)
    : read.error.issues.map(({ path, message }) => `${[name, ...path].join('.')}: ${message}`);
  if (faults.length > 0) throw new Error(`An answer is not what its schema says. ${faults.join('; ')}`);
}
