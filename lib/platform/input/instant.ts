import { z } from 'zod';

/** The years that people speak of here: what lies outside is a slip of the pen, and the database cannot hold all of it. */
const [first, last] = [2000, 2100];
const isSpokenOf = (text: string): boolean => {
  const year = new Date(text).getUTCFullYear();
  return year >= first && year < last;
};
const outside = `Give a time between the years ${first} and ${last}.`;

/** An instant of somebody's input, as text with its offset. */
export function instantInput(error = 'Give a time such as 2026-06-09T14:30:00Z.') {
  return z.iso.datetime({ offset: true, error, abort: true }).refine(isSpokenOf, outside);
}

/** A day of somebody's input, `2026-06-09`. */
export function dayInput(error: string) {
  return z.iso.date({ error, abort: true }).refine(isSpokenOf, outside);
}
