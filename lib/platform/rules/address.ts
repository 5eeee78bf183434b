import type { Route } from 'next';
import type { z } from 'zod';

/** What Next gives a page of the part behind the question mark. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** The input of a query as an address carries it: as it was written, with what the schema takes for what is not said. */
export type ListFilter<T extends z.ZodObject> = {
  [K in keyof z.output<T>]: K extends keyof z.input<T>
    ? z.output<T>[K] extends Exclude<z.input<T>[K], undefined>
      ? Exclude<z.input<T>[K], undefined>
      : z.input<T>[K]
    : never;
};

/** What counts when nothing is said, where it can be written like something that is said. */
function unsaid(field: z.core.$ZodType): unknown {
  const { data } = (field as z.ZodType).safeParse(undefined);
  return (field as z.ZodType).safeParse(data).success ? data : undefined;
}

/** What a list is asked for by its address. What the schema does not know, or does not take, counts as not said. */
export function readAddress<T extends z.ZodObject>(schema: T, given: SearchParams): ListFilter<T> {
  const entries = Object.entries(schema.shape).map(([name, field]) => {
    const text = given[name];
    const read = text && typeof text === 'string' ? (field as z.ZodType).safeParse(text) : undefined;
    if (!read?.success) return [name, unsaid(field)];
    return [name, typeof read.data === 'string' ? read.data : text];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as ListFilter<T>;
}

/** The address at which a list is asked for this; what goes without saying is left out. */
export function addressOf<T extends z.ZodObject, R extends string>(
  path: Route<R>,
  schema: T,
  filter: { [K in keyof ListFilter<T>]?: ListFilter<T>[K] | undefined },
): Route {
  const search = new URLSearchParams();
  for (const [name, field] of Object.entries(schema.shape)) {
    const value = String(filter[name as keyof typeof filter] ?? '');
    if (value !== '' && value !== String(unsaid(field) ?? '')) search.set(name, value);
  }
  return (search.size > 0 ? `${path}?${search}` : path) as Route;
}
