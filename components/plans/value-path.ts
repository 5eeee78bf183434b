/** What a field of a draft may hold. */
export type FieldValue = string | number | boolean | null | FieldValue[] | { [key: string]: FieldValue };
export type FieldRecord = { [key: string]: FieldValue };

/** The value at a path like `probe.request.url` of an object; undefined where there is none. */
export function valueAt(value: unknown, path: string): unknown {
  let here: unknown = value;
  for (const key of path.split('.')) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return here;
}

/** A copy of the object with another value at the path; objects on the way that are missing are made. */
export function withValueAt<T extends object>(object: T, path: string, value: FieldValue): T {
  const [key = '', ...rest] = path.split('.');
  const inner = (object as Record<string, unknown>)[key];
  if (rest.length === 0) return { ...object, [key]: value };
  const below = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {};
  return { ...object, [key]: withValueAt(below, rest.join('.'), value) };
}

/** A number where a number is typed; what is none stays as it was typed, and is told by the review. */
export function numberTyped(text: string): FieldValue {
  const typed = text.trim();
  if (typed === '') return null;
  return String(Number(typed)) === typed ? Number(typed) : text;
}
