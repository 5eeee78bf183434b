import { z } from 'zod';
import type { Severity } from '@/lib/severity/schema';

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

/** What the reporter reads. */
export const reportStatePublicLabel: Record<ReportState, string> = {
  NEW: 'Received',
  WAITING_FOR_REPORTER: 'We asked you something',
  LINKED: 'Being worked on',
  DECLINED: 'Answered',
  FIXED_ASKED: 'Is it working for you?',
  CONFIRMED: 'Confirmed',
  STILL_BROKEN: 'Being worked on',
};

export const reportChannelSchema = z.enum(['BROWSER', 'API', 'ALERT', 'PHONE']);
export type ReportChannel = z.infer<typeof reportChannelSchema>;
export const reportChannelLabel: Record<ReportChannel, string> = {
  BROWSER: 'Report form',
  API: 'API',
  ALERT: 'Monitoring',
  PHONE: 'Phone, entered by a member',
};

/** The four plain choices of the form. The reporter never sees a severity's name before triage. */
export const experienceSchema = z.enum(['UNUSABLE', 'SLOW_OR_PARTS', 'MISBEHAVES', 'SMALL']);
export type Experience = z.infer<typeof experienceSchema>;
export const experiences = experienceSchema.options;

export const experienceLabel: Record<Experience, string> = {
  UNUSABLE: 'I can’t use it at all',
  SLOW_OR_PARTS: 'It’s very slow, or part of it is missing',
  MISBEHAVES: 'It works, but something isn’t right',
  SMALL: 'A small thing',
};

export const experienceHint: Record<Experience, string> = {
  UNUSABLE: 'It won’t open, or nothing loads.',
  SLOW_OR_PARTS: 'I can do some of my work, with difficulty.',
  MISBEHAVES: 'A page, button or result is not behaving as it should.',
  SMALL: 'It doesn’t stop me, but you should know.',
};

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
export const noticedLabel: Record<Noticed, string> = {
  JUST_NOW: 'Just now',
  EARLIER_TODAY: 'Earlier today',
  BEFORE_TODAY: 'Before today',
  NOT_SURE: 'Not sure',
};

/** How exactly `sinceAt` is known. */
export const sincePrecisionSchema = z.enum(['MINUTE', 'HOUR', 'DAY', 'UNKNOWN']);
export type SincePrecision = z.infer<typeof sincePrecisionSchema>;

export const affectedSchema = z.enum(['ONLY_ME', 'A_FEW', 'MY_TEAM', 'EVERYONE', 'NOT_SURE']);
export type Affected = z.infer<typeof affectedSchema>;
export const affectedLabel: Record<Affected, string> = {
  ONLY_ME: 'Only me',
  A_FEW: 'A few of us',
  MY_TEAM: 'My whole team or office',
  EVERYONE: 'Everyone I know of',
  NOT_SURE: 'Not sure',
};

/** The answer to "Is it working for you now?". Everything but WORKS goes back to the lead. */
export const fixedAnswerSchema = z.enum(['WORKS', 'PARTLY', 'NOT_YET']);
export type FixedAnswer = z.infer<typeof fixedAnswerSchema>;
export const fixedAnswerLabel: Record<FixedAnswer, string> = {
  WORKS: 'Yes, it works',
  PARTLY: 'Partly',
  NOT_YET: 'Not yet',
};

export const messageAuthorSchema = z.enum(['REPORTER', 'PROVIDER']);
export type MessageAuthor = z.infer<typeof messageAuthorSchema>;
export const messageAuthorLabel: Record<MessageAuthor, string> = {
  REPORTER: 'Reporter',
  PROVIDER: 'The team',
};
