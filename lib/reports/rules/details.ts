import { z } from 'zod';
import { emailAddress } from '@/lib/platform/input/email';
import { dayInput } from '@/lib/platform/input/instant';
import { type Severity, severitySchema } from '@/lib/severity/schema';
import { answered, optionalLine } from './text';

/** The four plain choices of the form. The reporter never sees a severity's name before triage. */
export const experienceSchema = z.enum(['UNUSABLE', 'SLOW_OR_PARTS', 'MISBEHAVES', 'SMALL']);
export type Experience = z.infer<typeof experienceSchema>;

export const claimedSeverity: Record<Experience, Severity> = {
  UNUSABLE: 'CRITICAL',
  SLOW_OR_PARTS: 'SEVERE',
  MISBEHAVES: 'MODERATE',
  SMALL: 'TRIVIAL',
};

export const experienceOf: Record<Severity, Experience> = {
  CRITICAL: 'UNUSABLE',
  SEVERE: 'SLOW_OR_PARTS',
  MODERATE: 'MISBEHAVES',
  TRIVIAL: 'SMALL',
};

export const noticedSchema = z.enum(['JUST_NOW', 'EARLIER_TODAY', 'BEFORE_TODAY', 'NOT_SURE']);
export type Noticed = z.infer<typeof noticedSchema>;

/** How exactly `sinceAt` is known. */
export const sincePrecisionSchema = z.enum(['MINUTE', 'HOUR', 'DAY', 'UNKNOWN']);

export const affectedSchema = z.enum(['ONLY_ME', 'A_FEW', 'MY_TEAM', 'EVERYONE', 'NOT_SURE']);
export type Affected = z.infer<typeof affectedSchema>;

const emailSchema = z
  .string('Send the address as text.')
  .nullish()
  .transform((text) => text?.trim() || null)
  .pipe(
    emailAddress({
      wrong: 'Enter the address in full, like dana@example.org, or leave it empty.',
    }).nullable(),
  );

const zoneSchema = z
  .string()
  .max(64)
  .refine((name) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
    } catch {
      return false;
    }
  }, 'This time zone is not known. Use an IANA name such as Europe/London.');

const tick = z.stringbool().or(z.boolean()).optional();

/** What is asked of a report, alike by the form and the API, for sending and for correcting it. Nothing has to be said. */
export const questions = {
  experience: answered(z.enum(experienceSchema.options, 'Choose what it is like.')),
  /** With SLOW_OR_PARTS: slow as a whole, and nothing is missing. */
  slow: tick,
  noticed: answered(noticedSchema),
  /** Wall-clock time in `zone`, for EARLIER_TODAY. */
  noticedTime: answered(
    z
      .string()
      .trim()
      .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, 'Enter the time like 13:45, or leave it empty.'),
  ),
  /** For BEFORE_TODAY. */
  noticedDate: answered(dayInput('Enter the day like 2026-06-09, or leave it empty.')),
  zone: answered(zoneSchema),
  affected: answered(affectedSchema),
  affectedCount: answered(
    z.coerce.number<string | number>('Enter a number.').int('Enter a whole number.').min(1).max(1_000_000),
  ),
  affectedWhere: optionalLine(200).optional(),
  name: optionalLine(120).optional(),
  email: emailSchema.optional(),
  wantsUpdates: tick,
};
const answersSchema = z.object(questions);
export type ReportAnswers = z.output<typeof answersSchema>;

/** What a reporter told us: columns, views and corrections have these names. */
export const reportDetailsSchema = z.object({
  claimedSeverity: severitySchema,
  slow: z.boolean(),
  title: z.string().nullable(),
  description: z.string(),
  sinceAt: z.iso.datetime().nullable(),
  sincePrecision: sincePrecisionSchema,
  /** In the reporter's own words. */
  sinceText: z.string().nullable(),
  affected: affectedSchema,
  affectedCount: z.number().int().nullable(),
  affectedWhere: z.string().nullable(),
  reporterName: z.string().nullable(),
  reporterEmail: z.string().nullable(),
  wantsUpdates: z.boolean(),
});
export type ReportDetails = z.output<typeof reportDetailsSchema>;
export type DetailName = keyof ReportDetails;
export const detailNames = reportDetailsSchema.keyof().options;

/** Of somebody who said nothing yet. */
export const noDetails: ReportDetails = {
  claimedSeverity: 'MODERATE',
  slow: false,
  title: null,
  description: '',
  sinceAt: null,
  sincePrecision: 'UNKNOWN',
  sinceText: null,
  affected: 'NOT_SURE',
  affectedCount: null,
  affectedWhere: null,
  reporterName: null,
  reporterEmail: null,
  wantsUpdates: false,
};

/** For the select of a query that answers with the details. */
export const detailsSelect = Object.fromEntries(detailNames.map((name) => [name, true])) as Record<
  DetailName,
  true
>;

/** The details in a row that was read with `detailsSelect`. */
export function detailsOf(row: Omit<ReportDetails, 'sinceAt'> & { sinceAt: Date | null }): ReportDetails {
  return reportDetailsSchema.parse({ ...row, sinceAt: row.sinceAt?.toISOString() ?? null });
}

/** The details after somebody answered: what is not said stays as it was. */
export function detailsAfter(
  before: ReportDetails,
  {
    experience,
    name,
    email,
    ...said
  }: ReportAnswers & { [name in DetailName]?: ReportDetails[name] | undefined },
): ReportDetails {
  const answers = {
    ...said,
    reporterName: name,
    reporterEmail: email,
    claimedSeverity: experience && claimedSeverity[experience],
  };
  const changed = detailNames.filter((detail) => answers[detail] !== undefined);
  const after = { ...before, ...Object.fromEntries(changed.map((detail) => [detail, answers[detail]])) };
  return {
    ...after,
    slow: after.slow && after.claimedSeverity === claimedSeverity.SLOW_OR_PARTS,
    wantsUpdates: after.wantsUpdates && after.reporterEmail !== null,
  };
}

/** What differs, by its new value. */
export function changedDetails(before: ReportDetails, after: ReportDetails): Partial<ReportDetails> {
  const changed = detailNames.filter((detail) => after[detail] !== before[detail]);
  return Object.fromEntries(changed.map((detail) => [detail, after[detail]]));
}

/** What a form begins with that corrects the details: its fields as they would have been typed. */
export function answersOf(details: ReportDetails): Record<string, string> {
  const fields = {
    ...details,
    experience: experienceOf[details.claimedSeverity],
    name: details.reporterName,
    email: details.reporterEmail,
  };
  const typed = (value: unknown) => (value === true ? 'on' : value === false ? '' : String(value ?? ''));
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, typed(value)]));
}
