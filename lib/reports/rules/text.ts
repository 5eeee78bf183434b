import { z } from 'zod';
import { atMost, manyLines, oneLine, unlessFarTooLong } from '@/lib/platform/input/text';
import { characters } from '@/lib/platform/rules/graphemes';

const shown = (count: number) => count.toLocaleString('en');

// A report is taken whatever came along with it from where it was copied.
const readable = (text: string) => manyLines(text.toWellFormed());

/** Longer texts are refused with a sentence; nothing is cut. */
const noLonger = (maximum: number) =>
  atMost(
    maximum,
    (text) =>
      `This is ${shown(characters(text))} characters long and ${shown(maximum)} can be sent. Shorten it; the rest can follow as a reply.`,
  );

/** A text that has to be there. */
export function requiredText(missing: string, maximum: number) {
  return z
    .string(missing)
    .overwrite(unlessFarTooLong(maximum, readable))
    .min(1, missing)
    .check(noLonger(maximum));
}

/** A text that may be empty, which counts as none. */
export function optionalText(maximum: number, clean = readable) {
  return z
    .string('Send this as text.')
    .nullish()
    .transform((text) => unlessFarTooLong(maximum, clean)(text ?? '') || null)
    .pipe(z.string().check(noLonger(maximum)).nullable());
}

export const optionalLine = (maximum: number) =>
  optionalText(maximum, (text) => oneLine(text.toWellFormed()).replaceAll(/\s+/g, ' '));

/** A form sends an empty field where nothing was answered. */
export const answered = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value: z.input<T> | '' | null | undefined) => (value === '' || value === null ? undefined : value),
    schema.optional(),
  );
