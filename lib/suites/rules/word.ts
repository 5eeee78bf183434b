import { counted } from '@/lib/language/words';
import { shortened } from '@/lib/platform/rules/graphemes';
import { type Path, pathText } from './path';

const longest = 120;

/** Text that a database and a page can hold: no NUL, no broken pairs, not too long. */
export function tidy(text: string, most = longest): string {
  return shortened(text.toWellFormed().replaceAll('\u0000', '\uFFFD'), most);
}

/** A value of JSON as a manager reads it. */
export function valueWords(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `“${tidy(value)}”`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.keys(value).length;
    return `an object with ${counted(fields, 'field')}`;
  }
  return String(value);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** “the text “4”” beside “the number 4”, when only the kind tells them apart. */
export function apart(expected: unknown, actual: unknown): [string, string] {
  const both: [string, string] = [valueWords(expected), valueWords(actual)];
  const scalar = ['string', 'number', 'boolean'];
  const [a, b] = [kindOf(expected), kindOf(actual)];
  if (a === b || !scalar.includes(a) || !scalar.includes(b)) return both;
  const named = { string: 'the text', number: 'the number', boolean: 'the answer' };
  const full = (kind: string, words: string) => `${named[kind as keyof typeof named]} ${words}`;
  return [full(a, both[0]), full(b, both[1])];
}

/** `price in items[3]`, `Count of items`: a place as the beginning of a sentence. */
export function placeWords(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'The body';
  const before = path.slice(0, -1);
  if (typeof last !== 'string' || before.length === 0) return tidy(pathText(path));
  return `${tidy(last)} in ${tidy(pathText(before))}`;
}

export function countWords(path: Path): string {
  return path.length === 0 ? 'Count of the list' : `Count of ${placeWords(path)}`;
}

const grouped = new Intl.NumberFormat('en-GB');

export function bytesWords(bytes: number): string {
  return bytes === 1 ? '1 byte' : `${grouped.format(bytes)} bytes`;
}

const reasons: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** `403 Forbidden`. */
export function statusWords(status: number): string {
  const reason = reasons[status];
  return reason ? `${status} ${reason}` : String(status);
}
