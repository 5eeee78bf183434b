import { z } from 'zod';
import { canonicalJson } from '@/lib/platform/audit/canonical-json';

type Told<F> = F extends z.ZodDefault<infer T> | z.ZodPrefault<infer T> ? T : F;
type Edits<S> = { -readonly [K in keyof S]: z.ZodOptional<Told<S[K]> & z.core.SomeType> };

/** The fields of a noun as an edit takes them: what is left out stays as it is, so none has a default. */
export function edits<const S extends z.ZodRawShape>(fields: S): Edits<S> {
  const told = (field: z.core.SomeType) =>
    field instanceof z.ZodDefault || field instanceof z.ZodPrefault ? field.unwrap() : field;
  const entries = Object.entries(fields).map(([name, field]) => [name, z.optional(told(field))]);
  return Object.fromEntries(entries) as Edits<S>;
}

/** What an edit says, without what it leaves out. */
export function said<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}

/** The fields of which an edit says something else than what is stored. An edit without any writes nothing and is no event. */
export function changesOf<T extends object, F extends keyof T & string>(
  stored: T,
  given: { [K in F]?: unknown },
): F[] {
  const fields = Object.keys(said(given)) as F[];
  return fields.filter((field) => canonicalJson(given[field]) !== canonicalJson(stored[field]));
}

/** What is stored, with what an edit says of it. */
export function edited<T extends object>(stored: T, given: { [K in keyof T]?: T[K] | undefined }): T {
  return { ...stored, ...said(given) };
}
