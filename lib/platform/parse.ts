import type { z } from 'zod';
import { AppError, type FieldRefusals } from './errors';

/** Refusals by field, with the path joined by dots; a refusal of the whole is under the empty name. */
export function fieldRefusals(error: z.ZodError): FieldRefusals {
  const fields: FieldRefusals = {};
  for (const issue of error.issues) {
    const name = issue.path.join('.');
    const list = fields[name] ?? [];
    list.push(issue.message);
    fields[name] = list;
  }
  return fields;
}

/** Parses input from outside. @throws AppError `invalid` with a sentence per field. */
export function parseInput<T extends z.ZodType>(schema: T, raw: unknown): z.output<T> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const fields = fieldRefusals(result.error);
  const [name, messages] = Object.entries(fields)[0] ?? ['', ['It is not readable.']];
  const where = name ? ` (${name})` : '';
  throw new AppError('invalid', `Please check what was sent${where}: ${messages[0]}`, { fields });
}
