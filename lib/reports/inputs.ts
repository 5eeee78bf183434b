import { z } from 'zod';
import { underNewNames } from '@/lib/reports/rules/former-names';
import { parseReportReference } from '@/lib/reports/rules/reference';
import { affectedSchema, experienceSchema, fixedAnswerSchema, noticedSchema } from './schema';

/** In characters. Longer texts are refused with a sentence; nothing is cut. */
export const textLimits = {
  description: 10_000,
  reply: 10_000,
  name: 120,
  affectedWhere: 200,
  comment: 2_000,
  title: 200,
};

const shown = (count: number) => count.toLocaleString('en');

// PostgreSQL's text has no NUL, and a lone surrogate is no character.
const readable = (text: string) =>
  text.toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim();

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

const oneLine = (maximum: number) =>
  optionalText(maximum).transform((text) => text?.replaceAll(/\s+/g, ' ') ?? null);

export const emailSchema = z
  .string('Send the address as text.')
  .nullish()
  .transform((text) => text?.trim().toLowerCase() || null)
  .pipe(
    z
      .email('Enter the address in full, like dana@example.org, or leave it empty.')
      .max(254, 'An e-mail address has at most 254 characters. Check it.')
      .nullable(),
  );

/** Names a report: its reference, in any spelling that can be read aloud, or its id. */
export const reportRefSchema = z
  .string('Name a report, such as R-7K3M9Q.')
  .trim()
  .max(40, 'Name a report, such as R-7K3M9Q.')
  .transform((text) => (z.uuid().safeParse(text).success ? text.toLowerCase() : parseReportReference(text)))
  .refine((ref) => ref !== null, 'Name a report, such as R-7K3M9Q.');

const emptyIsNone = (value: unknown) => (value === '' || value === null ? undefined : value);

const zone = z
  .string()
  .max(64)
  .refine((name) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
    } catch {
      return false;
    }
  }, 'This time zone is not known. Use an IANA name such as Europe/London.');

/** What the form and the API ask alike. */
const told = {
  experience: z.enum(experienceSchema.options, 'Choose what it is like.'),
  /** With SLOW_OR_PARTS: slow as a whole, and nothing is missing. */
  slow: z.stringbool().or(z.boolean()).default(false),
  noticed: z.preprocess(emptyIsNone, noticedSchema.default('NOT_SURE')),
  /** Wall-clock time in `zone`, for EARLIER_TODAY. */
  noticedTime: z.preprocess(
    emptyIsNone,
    z
      .string()
      .trim()
      .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, 'Enter the time like 13:45, or leave it empty.')
      .optional(),
  ),
  /** For BEFORE_TODAY. */
  noticedDate: z.preprocess(
    emptyIsNone,
    z.iso.date('Enter the day like 2026-06-09, or leave it empty.').optional(),
  ),
  zone: z.preprocess(emptyIsNone, zone.optional()),
  affected: z.preprocess(emptyIsNone, affectedSchema.default('NOT_SURE')),
  affectedCount: z.preprocess(
    emptyIsNone,
    z.coerce.number('Enter a number.').int('Enter a whole number.').min(1).max(1_000_000).optional(),
  ),
  affectedWhere: oneLine(textLimits.affectedWhere),
  name: oneLine(textLimits.name),
  email: emailSchema,
  wantsUpdates: z.stringbool().or(z.boolean()).default(false),
};

const reportFields = z.object({
  ...told,
  experience: z.preprocess(emptyIsNone, told.experience.optional()),
  /** The service's short name in addresses; none: "I'm not sure". */
  service: z.preprocess(emptyIsNone, z.string().trim().max(80, 'Choose a service from the list.').optional()),
  description: optionalText(textLimits.description),
  /** Since when, as an instant, for clients that know it. Used instead of `noticed`. */
  sinceAt: z.iso.datetime({ offset: true, error: 'Give a time such as 2026-06-09T14:30:00Z.' }).optional(),
  /** An open public incident that this report belongs to. */
  incidentRef: z.preprocess(
    emptyIsNone,
    z
      .string()
      .trim()
      .regex(/^INC-\d{1,9}$/i, 'Name an incident, such as INC-2041.')
      .transform((ref) => ref.toUpperCase())
      .optional(),
  ),
  /** A subject or an alert's name; the form has none. */
  title: oneLine(textLimits.title),
  /** Chosen by the sender, once for each report: sent again, it makes no second one. Else the Idempotency-Key. */
  clientKey: z
    .string('Send the clientKey as text.')
    .trim()
    .min(8, 'A clientKey has 8 to 200 characters.')
    .max(200, 'A clientKey has 8 to 200 characters.')
    .optional(),
  /** What the form was made with; see form-stamp. */
  stamp: z.string().max(200).optional(),
  /** Left empty by people: nobody sees the field. */
  website: z.string().max(2_000).optional(),
  page: z.string().max(500).transform(readable).optional(),
  screen: z
    .string()
    .regex(/^\d{1,5}x\d{1,5}$/)
    .optional()
    .catch(undefined),
});
// Asked along with everything else, so that a person sees at once all there is to mend.
const always = { when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null };

/** Whoever adds a report to a known incident may leave everything else to what is known. */
const completeFields = reportFields
  .refine((input) => input.incidentRef || input.experience, {
    path: ['experience'],
    error: 'Choose what it is like.',
    ...always,
  })
  .refine((input) => input.incidentRef || input.description, {
    path: ['description'],
    error: 'Tell us what happens.',
    ...always,
  });
export const fileReportInput = z.preprocess(underNewNames<z.input<typeof completeFields>>, completeFields);
export type FileReportInput = z.output<typeof fileReportInput>;
export type FileReportRaw = z.input<typeof fileReportInput>;

export const replyInput = z.object({
  ref: reportRefSchema,
  text: requiredText('Write something first.', textLimits.reply),
  clientKey: z.string().trim().min(8).max(200).optional(),
});

export const confirmInput = z.object({
  ref: reportRefSchema,
  answer: fixedAnswerSchema,
  comment: optionalText(textLimits.comment),
});

export const correctInput = z.object({
  ref: reportRefSchema,
  version: z.coerce.number().int().positive().optional(),
  experience: z.preprocess(emptyIsNone, experienceSchema.optional()),
  slow: z.stringbool().or(z.boolean()).optional(),
  noticed: z.preprocess(emptyIsNone, noticedSchema.optional()),
  noticedTime: told.noticedTime,
  noticedDate: told.noticedDate,
  zone: told.zone,
  affected: z.preprocess(emptyIsNone, affectedSchema.optional()),
  affectedWhere: oneLine(textLimits.affectedWhere).optional(),
  name: oneLine(textLimits.name).optional(),
  email: emailSchema.optional(),
  wantsUpdates: z.stringbool().or(z.boolean()).optional(),
});

export const mailLinkInput = z.object({
  ref: reportRefSchema,
  email: z
    .string('Enter your e-mail address.')
    .trim()
    .toLowerCase()
    .pipe(z.email('Enter the address in full, like dana@example.org.').max(254)),
});
