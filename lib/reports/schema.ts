import { z } from 'zod';
import { emailAddress } from '@/lib/platform/input/email';
import { idInput } from '@/lib/platform/input/id-input';
import { pastInput } from '@/lib/platform/input/instant';
import { seenVersion } from '@/lib/platform/input/seen-version';
import { line } from '@/lib/platform/input/text';
import { questions } from './rules/details';
import { underNewNames } from './rules/former-names';
import { parseReportReference } from './rules/reference';
import { answered, optionalLine, optionalText, requiredText } from './rules/text';

export const reportStateSchema = z.enum([
  'NEW',
  'WAITING_FOR_REPORTER',
  'LINKED',
  'DECLINED',
  'FIXED_ASKED',
  'CONFIRMED',
  'STILL_BROKEN',
]);
export type ReportState = z.infer<typeof reportStateSchema>;

/** What members read. */
export const reportStateLabel: Record<ReportState, string> = {
  NEW: 'Waiting to be read',
  WAITING_FOR_REPORTER: 'Waiting for the reporter',
  LINKED: 'On an incident',
  DECLINED: 'Declined with a reason',
  FIXED_ASKED: 'Asked whether it works',
  CONFIRMED: 'Reporter confirmed',
  STILL_BROKEN: 'Still broken for the reporter',
};

export const reportChannelSchema = z.enum(['BROWSER', 'API', 'ALERT', 'PHONE']);
export type ReportChannel = z.infer<typeof reportChannelSchema>;
export const reportChannelLabel: Record<ReportChannel, string> = {
  BROWSER: 'Report form',
  API: 'API',
  ALERT: 'Monitoring',
  PHONE: 'Phone, entered by a member',
};

/** The answer to "Is it working for you now?". Everything but WORKS goes back to the lead. */
export const fixedAnswerSchema = z.enum(['WORKS', 'PARTLY', 'NOT_YET']);
export type FixedAnswer = z.infer<typeof fixedAnswerSchema>;

export const messageAuthorSchema = z.enum(['REPORTER', 'PROVIDER']);
export type MessageAuthor = z.infer<typeof messageAuthorSchema>;

/** Names a report: its reference, in any spelling that can be read aloud, or its id. */
export const reportRefSchema = z
  .string('Name a report, such as R-7K3M9Q.')
  .trim()
  .max(40, 'Name a report, such as R-7K3M9Q.')
  .transform((text) => (z.uuid().safeParse(text).success ? text.toLowerCase() : parseReportReference(text)))
  .refine((ref) => ref !== null, 'Name a report, such as R-7K3M9Q.');

export const reportInput = z.object({ ref: reportRefSchema });

const reportFields = z.object({
  ...questions,
  /** The service's short name in addresses; none: "I'm not sure". */
  service: answered(z.string().trim().max(80, 'Choose a service from the list.')),
  description: optionalText(10_000),
  /** Since when, as an instant, for clients that know it. Used instead of `noticed`. */
  sinceAt: pastInput().optional(),
  /** An open public incident that this report belongs to. */
  incidentRef: answered(
    z
      .string()
      .trim()
      .regex(/^INC-\d{1,9}$/i, 'Name an incident, such as INC-2041.')
      .transform((ref) => ref.toUpperCase()),
  ),
  /** A subject or an alert's name; the form has none. */
  title: optionalLine(200),
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
  page: line(500).optional(),
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

export const replyInput = reportInput.extend({
  text: requiredText('Write something first.', 10_000),
  clientKey: z.string().trim().min(8).max(200).optional(),
});

export const confirmInput = reportInput.extend({
  answer: fixedAnswerSchema,
  comment: optionalText(2_000),
});

/** The picture itself is no text. */
export const attachInput = reportInput.extend({
  messageId: idInput().nullish(),
  name: z.string().max(500),
});

export const reportFileInput = reportInput.extend({ fileId: idInput('This is not the id of a file.') });

export const correctInput = reportInput.extend({
  version: seenVersion,
  ...questions,
});

export const mailLinkInput = reportInput.extend({
  email: emailAddress({
    wrong: 'Enter the address in full, like dana@example.org.',
    missing: 'Enter your e-mail address.',
  }),
});
