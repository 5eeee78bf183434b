import type { z } from 'zod';
import { AppError, type FieldRefusals } from '@/lib/platform/errors';
import { shortened } from '@/lib/platform/rules/graphemes';
import { longestName, mostRefusals, refusalSentence } from './refusal-sentence';
import { unstorableText } from './unstorable-text';

interface Choice {
  code?: string | undefined;
  values?: readonly unknown[];
  options?: readonly unknown[] | undefined;
}

/** The values of an enum, or of what tells the kinds of a union apart; null for any other refusal. */
function allowedOf({ code, values, options }: Choice): string[] | null {
  const allowed = code === 'invalid_value' ? values : code === 'invalid_union' ? options : undefined;
  return allowed && allowed.length > 0 ? allowed.map(String) : null;
}

/** Something about each place that was refused, the path joined by dots; the whole is under the empty name. */
function byField(error: z.ZodError, say: (issue: z.core.$ZodIssue) => string[]): FieldRefusals {
  const fields: FieldRefusals = {};
  for (const issue of error.issues.slice(0, mostRefusals)) {
    const name = shortened(issue.path.join('.'), longestName);
    const said = say(issue);
    if (said.length > 0) fields[name] = [...(fields[name] ?? []), ...said];
  }
  return fields;
}

export function fieldRefusals(error: z.ZodError): FieldRefusals {
  return byField(error, ({ message }) => [message]);
}

const unstorableSentence =
  'It has a character in it that cannot be stored (NUL, or half of an emoji). Take it out, or type the text anew.';

function refused(name: string, sentence: string, fields: FieldRefusals, details = {}): AppError {
  const where = name ? ` (${name})` : '';
  return new AppError('invalid', `Please check what was sent${where}: ${sentence}`, { fields, details });
}

/**
 * Parses input from outside.
 * @throws AppError `invalid` with a sentence per field, and under `details.allowed` the values there are to choose from
 */
export function parseInput<T extends z.ZodType>(schema: T, raw: unknown): z.output<T> {
  const unstorable = unstorableText(raw)?.join('.');
  if (unstorable !== undefined)
    throw refused(unstorable, unstorableSentence, { [unstorable]: [unstorableSentence] });
  const result = schema.safeParse(raw, { error: refusalSentence });
  if (result.success) return result.data;
  const fields = fieldRefusals(result.error);
  const allowed = byField(result.error, (issue) => allowedOf(issue) ?? []);
  const [name, messages] = Object.entries(fields)[0] ?? ['', ['It is not readable.']];
  const details = Object.keys(allowed).length > 0 ? { allowed } : {};
  throw refused(name, messages[0] ?? '', fields, details);
}
