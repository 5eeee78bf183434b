import { z } from 'zod';

/* What commands and queries answer is JSON: instants are texts. */

/** The names of views, by which the reference of the API speaks of them. */
export const viewNames = z.registry<{ id: string }>();

/** A view that has a name: the object that a command or a query answers, or a part of one. */
export function view<S extends z.ZodRawShape>(name: string, shape: S) {
  const schema = z.object(shape);
  viewNames.add(schema, { id: name });
  return schema;
}

export const instant = z.iso.datetime();

/** The answer of a command that has nothing to say. */
export const nothing = z.void();

/** What was made or changed, and its version now. */
export const savedSchema = view('Saved', { id: z.uuid(), version: z.int() });
export type Saved = z.infer<typeof savedSchema>;

/** A member, as views name them. */
export const personSchema = view('Person', {
  id: z.uuid(),
  name: z.string(),
  /** Shut out, so whatever they hold waits for somebody else. */
  disabled: z.literal(true).optional(),
});
export type Person = z.infer<typeof personSchema>;

/** A member who holds something, as views name them, and whether they still can. */
export function holderView({
  id,
  name,
  disabledAt,
}: {
  id: string;
  name: string;
  disabledAt: Date | null;
}): Person {
  return disabledAt ? { id, name, disabled: true } : { id, name };
}

export const idSchema = z.object({ id: z.uuid() });
export const countSchema = z.object({ count: z.int() });
