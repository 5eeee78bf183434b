/** PostgreSQL takes no NUL in a text, and no half of a surrogate pair in JSON. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

type Place = readonly (string | number)[];

function entriesOf(value: object): [string | number, unknown][] {
  return Array.isArray(value) ? [...value.entries()] : Object.entries(value);
}

/** Bytes, streams and dates hold no text of a person. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const kind = Object.getPrototypeOf(value);
  return kind === Object.prototype || kind === Array.prototype || kind === null;
}

/** Where in an input there is a text, or a name of a field, that no column can hold; null when all of it can be stored. */
export function unstorableText(value: unknown, at: Place = []): Place | null {
  if (typeof value === 'string') return isStorable(value) ? null : at;
  if (!isPlain(value)) return null;
  for (const [name, inner] of entriesOf(value)) {
    const found = typeof name === 'string' && !isStorable(name) ? at : unstorableText(inner, [...at, name]);
    if (found) return found;
  }
  return null;
}
