import { z } from 'zod';

const shown = (count: number) => count.toLocaleString('en');

// PostgreSQL's text has no NUL, and a lone surrogate is no character.
export const readable = (text: string) =>
  text.toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim();

/** Longer texts are refused with a sentence; nothing is cut. */
function tooLong(maximum: number) {
  return ({ input }: { input: unknown }) => {
    const count = typeof input === 'string' ? input.length : 0;
    return `This is ${shown(count)} characters long and ${shown(maximum)} can be sent. Shorten it; the rest can follow as a reply.`;
  };
}

/** A text that has to be there. */
export function requiredText(missing: string, maximum: number) {
  return z
    .string(missing)
    .transform(readable)
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(maximum, { error: tooLong(maximum) }),
    );
}

/** A text that may be empty, which counts as none. */
export function optionalText(maximum: number) {
  return z
    .string('Send this as text.')
    .nullish()
    .transform((text) => readable(text ?? '') || null)
    .pipe(
      z
        .string()
        .max(maximum, { error: tooLong(maximum) })
        .nullable(),
    );
}

export const optionalLine = (maximum: number) =>
  optionalText(maximum).transform((text) => text?.replaceAll(/\s+/g, ' ') ?? null);

/** A form sends an empty field where nothing was answered. */
export const answered = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value: z.input<T> | '' | null | undefined) => (value === '' || value === null ? undefined : value),
    schema.optional(),
  );
