/** A name, a place in a list, or the item of a list with this value of its key. */
export type Segment = string | number | { key: string | null; value: string };
export type Path = readonly Segment[];

const plainName = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;

function segmentText(segment: Segment, first: boolean): string {
  if (typeof segment === 'number') return `[${segment}]`;
  if (typeof segment === 'object') return `[${segment.key ?? ''}=${segment.value}]`;
  // A pattern may begin with “$” for the whole body, so a name that is only that is quoted there.
  if (!plainName.test(segment) || (first && segment === '$')) return `[${JSON.stringify(segment)}]`;
  return first ? segment : `.${segment}`;
}

/** `items[3].price`; empty for the whole body. */
export function pathText(path: Path): string {
  return path.map((segment, place) => segmentText(segment, place === 0)).join('');
}

/** The same place in every item of a list: `items[3].price` → `items[*].price`. */
export function generalPath(path: Path): string {
  return path
    .map((segment, place) => (typeof segment === 'string' ? segmentText(segment, place === 0) : '[*]'))
    .join('');
}

const token = /\[("(?:[^"\\]|\\.)*"|[^\]]*)\]|[^.[\]]+/g;

function readName(text: string): string {
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

/** The parts of `$.items[*].price`, `items.0.price` or `**.etag`. */
function patternParts(pattern: string): string[] {
  const text = pattern.replace(/^\$(?=[.[]|$)/, '');
  return [...text.matchAll(token)].map((match) => readName(match[1] ?? match[0]));
}

function fits(part: string, segment: Segment): boolean {
  if (part === '*') return true;
  if (typeof segment === 'object') return part === `${segment.key ?? ''}=${segment.value}`;
  return part === String(segment);
}

/** The places that the parts so far can have led to; one pass, whatever the number of `**`. */
function after(part: string, places: readonly number[], path: Path): number[] {
  if (part === '**') {
    const first = places[0];
    if (first === undefined) return [];
    return Array.from({ length: path.length - first + 1 }, (_, step) => first + step);
  }
  return places.flatMap((place) => {
    const segment = path[place];
    return segment !== undefined && fits(part, segment) ? [place + 1] : [];
  });
}

export type PathMatch = (path: Path) => boolean;

/** Reads a pattern once, to be asked of many places. */
export function pathMatch(pattern: string): PathMatch {
  const parts = patternParts(pattern);
  return (path) => {
    let places: number[] = [0];
    for (const part of parts) places = after(part, places, path);
    return places.includes(path.length);
  };
}
