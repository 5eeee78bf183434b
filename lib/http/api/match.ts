interface Place<R> {
  literal: Map<string, Place<R>>;
  any: Place<R> | null;
  /** By method; the names are those of the parameters on the way, in order. */
  rows: Map<string, { row: R; names: string[] }>;
}

export type Match<R> = { row: R; params: Record<string, string> } | { allow: string[] } | null;

const empty = <R>(): Place<R> => ({ literal: new Map(), any: null, rows: new Map() });

function placeAt<R>(root: Place<R>, segments: string[]): Place<R> {
  let place = root;
  for (const segment of segments) {
    if (segment.startsWith(':')) {
      place.any ??= empty();
      place = place.any;
    } else {
      const next = place.literal.get(segment) ?? empty<R>();
      place.literal.set(segment, next);
      place = next;
    }
  }
  return place;
}

/** The place of a path: at each segment one that is written out comes before a parameter. */
function find<R>(place: Place<R>, segments: string[], at: number, found: string[]): Place<R> | null {
  const segment = segments[at];
  if (segment === undefined) return place.rows.size > 0 ? place : null;
  const literal = place.literal.get(segment);
  const exact = literal && find(literal, segments, at + 1, found);
  if (exact) return exact;
  if (!place.any || segment === '') return null;
  found.push(segment);
  const loose = find(place.any, segments, at + 1, found);
  if (!loose) found.pop();
  return loose;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * Makes a matcher of a table of `METHOD /path/:parameter`.
 * @returns for a method and a path: its row with the parameters, the methods that the path has instead, or null
 */
export function matcher<R>(table: Record<string, R>): (method: string, path: string) => Match<R> {
  const root = empty<R>();
  for (const [address, row] of Object.entries(table)) {
    const [method = '', path = ''] = address.split(' ');
    const segments = path.split('/').slice(1);
    const names = segments.filter((segment) => segment.startsWith(':')).map((segment) => segment.slice(1));
    placeAt(root, segments).rows.set(method, { row, names });
  }
  return (method, path) => {
    const found: string[] = [];
    const place = find(root, path.split('/').slice(1), 0, found);
    if (!place) return null;
    const hit = place.rows.get(method);
    if (!hit) return { allow: [...place.rows.keys()] };
    const values = found.map(decoded);
    if (values.includes(null)) return null;
    return { row: hit.row, params: Object.fromEntries(hit.names.map((name, i) => [name, values[i] ?? ''])) };
  };
}
