import { z } from 'zod';
import { fitsIn } from '@/lib/platform/rules/graphemes';

/** Ends of lines of every kind; a page shows none of them as it was meant but the line feed. */
const lineEnd = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Signs that nobody sees and nobody typed. The two of private use are those that mails leave their gaps by. */
const unseen = /[^\P{Cc}\t\n]|[\uE000\uE001\uFFFE\uFFFF]/gu;

/** A text of many lines as it is stored: line feeds only, no control characters, nothing around it. */
export const manyLines = (text: string): string =>
  text.replaceAll(lineEnd, '\n').replaceAll(unseen, '').trim();

/** A text of one line as it is stored; where it had several, a space stands between them. */
export const oneLine = (text: string): string =>
  manyLines(text)
    .split(/[\t\n]/)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .join(' ');

/** Cleans a text unless it is many times too long: that is refused as it came, because cleaning a megabyte takes long. */
export const unlessFarTooLong =
  (most: number, clean: (text: string) => string) =>
  (text: string): string =>
    text.length > most * 32 ? text : clean(text);

/** Counts as people do: an emoji, or a letter with its marks, is one character. */
export function atMost(most: number, long?: string | ((text: string) => string)) {
  const check = z.check<string>((payload) => {
    if (fitsIn(payload.value, most)) return;
    const message = typeof long === 'function' ? long(payload.value) : long;
    const issue = { code: 'too_big', origin: 'string', maximum: most, inclusive: true } as const;
    payload.issues.push({ ...issue, input: payload.value, ...(message ? { message } : {}) });
  });
  check._zod.onattach.push((schema) => {
    schema._zod.bag.maximum = most;
  });
  return check;
}

interface Say {
  /** Of a text that has to be there. */
  missing?: string;
  long?: string;
  /** How long one is at least that has to be there. */
  least?: number;
}

function written(
  clean: (text: string) => string,
  most: number,
  { missing, long, least = 1 }: Say,
): z.ZodString {
  const text = z.string(missing).overwrite(unlessFarTooLong(most, clean));
  return (missing === undefined ? text : text.min(least, missing)).check(atMost(most, long));
}

/** A line that somebody writes. Control characters are left out of it, and not refused: nobody typed them. */
export const line = (most: number, say: Say = {}) => written(oneLine, most, say);

/** A text that somebody writes, with its line breaks. */
export const lines = (most: number, say: Say = {}) => written(manyLines, most, say);

/** A text as it may be stored, whichever keyboard it was typed on: titles are stored as they came. */
export const spellings = (text: string): string[] => [
  ...new Set([text, text.normalize('NFC'), text.normalize('NFD')]),
];

/** A name that is compared with others: one spelling of each, whichever keyboard it was typed on. */
export const name = (most: number, say: Say = {}) =>
  written((text) => oneLine(text).normalize('NFC'), most, say);
