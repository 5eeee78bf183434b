/** Letters that run from right to left, and the signs by which a text turns its direction. */
const turning =
  /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

const open = /[\u2066-\u2068]/;
const close = '\u2069';
const firstStrong = '\u2068';

/** A line whose isolates are all closed, and that closes none of those around it. Nothing else of it changes. */
function balancedLine(line: string): string {
  let depth = 0;
  let text = '';
  for (const sign of line) {
    if (open.test(sign)) depth += 1;
    else if (sign === close) {
      if (depth === 0) continue;
      depth -= 1;
    }
    text += sign;
  }
  return text + close.repeat(depth);
}

/** Whether every sign that turns a line stands in an isolate that ends in it: then it may stand anywhere as it is. */
function isIsolated(line: string): boolean {
  let depth = 0;
  for (const sign of line) {
    if (open.test(sign)) depth += 1;
    else if (sign === close) depth -= 1;
    else if (depth === 0 && turning.test(sign)) return false;
    if (depth < 0) return false;
  }
  return depth === 0;
}

export function balanced(text: string): string {
  return turning.test(text) ? text.split('\n').map(balancedLine).join('\n') : text;
}

/**
 * Somebody's text as it stands inside a line of ours: it keeps its own direction and takes none of what is around it
 * along (UAX #9, isolates). A text that runs with ours stays as it is.
 */
export function isolated(text: string): string {
  if (!turning.test(text)) return text;
  return text
    .split('\n')
    .map((line) => (isIsolated(line) ? line : `${firstStrong}${balancedLine(line)}${close}`))
    .join('\n');
}

/** All texts in the parameters of a sentence. */
export function isolatedIn<T>(params: T): T {
  if (typeof params === 'string') return isolated(params) as T;
  if (Array.isArray(params)) return params.map(isolatedIn) as T;
  if (typeof params !== 'object' || params === null || Object.getPrototypeOf(params) !== Object.prototype)
    return params;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isolatedIn(value)])) as T;
}
