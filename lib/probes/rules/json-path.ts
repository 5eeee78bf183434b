import { shortened } from '@/lib/platform/rules/graphemes';

/** The parts of a path into JSON: names of fields and places of items. */
type JsonPath = string[];

const part = /\.?([^.[\]"']+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|\['([^']*)'\]/y;

/** Reads `$.items[0].price`, `items.0.price` or `["a.b"].c`. @returns null when it is no such path */
export function parseJsonPath(text: string): JsonPath | null {
  const path = text.trim().replace(/^\$(?=$|[.[])/, '');
  const parts: JsonPath = [];
  part.lastIndex = 0;
  while (part.lastIndex < path.length) {
    if (parts.length > 0 && part.lastIndex > 0 && !/[.[]/.test(path[part.lastIndex] ?? '')) return null;
    const found = part.exec(path);
    if (!found) return null;
    const [, name, place, quoted, single] = found;
    parts.push(name ?? place ?? single ?? (quoted ?? '').replace(/\\(.)/g, '$1'));
  }
  return parts;
}

/** The value at a path; only what the answer itself holds, never what JavaScript objects inherit. */
export function valueAt(json: unknown, path: JsonPath): { found: true; value: unknown } | { found: false } {
  let value = json;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return { found: false };
    if (Array.isArray(value) && !/^\d+$/.test(name)) return { found: false };
    value = (value as Record<string, unknown>)[name];
  }
  return { found: true, value };
}

/** Equal as JSON: the order of fields says nothing, the order of items does. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every(
    (name) =>
      Object.hasOwn(other, name) &&
      sameJson((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
  );
}

/** A value as a sentence shows it: short, text in quotation marks. */
export function shownJson(value: unknown): string {
  const text = typeof value === 'string' ? `“${value}”` : (JSON.stringify(value) ?? 'nothing');
  return shortened(text, 80);
}
