import { z } from 'zod';
import { edits } from '@/lib/platform/input/edits';
import { emailAddress } from '@/lib/platform/input/email';
import { dayInput } from '@/lib/platform/input/instant';
import { seenVersion } from '@/lib/platform/input/seen-version';
import { atMost, lines, oneLine } from '@/lib/platform/input/text';
import { allowedTargetSchema } from '@/lib/settings/rules/outgoing';
import { defaultTargets, targetsSchema } from '@/lib/settings/rules/targets';

function isZone(name: string): boolean {
  // A bare offset such as +01:00 is a valid zone for Intl, but knows no summer time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const zoneSchema = z
  .string()
  .refine(isZone, 'Enter a time zone by its IANA name, like Europe/London.');

const short = (most: number) =>
  z
    .string()
    .refine((text) => !/[\r\n]/.test(text.trim()), 'Use one line only.')
    .overwrite(oneLine)
    .check(atMost(most, `Use ${most} characters or fewer.`));
const optionalLine = (most: number) => short(most).nullable().default(null);

/** 24:00 is the end of the day. */
const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Enter a time like 09:00.');

const officeHoursSchema = z
  .strictObject({
    /** 1 is Monday, 7 is Sunday. */
    days: z.array(z.int().min(1).max(7)).min(1, 'Choose at least one day.').default([1, 2, 3, 4, 5]),
    from: timeOfDay.default('09:00'),
    to: timeOfDay.default('17:00'),
    /** Days without office hours, as 2026-12-25. */
    holidays: z
      .array(dayInput('Enter a day like 2026-12-25.'))
      .max(1000, 'Remove holidays of past years: 1,000 are kept at most.')
      .default([]),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'The office has to close after it opens.' });
export type OfficeHours = z.infer<typeof officeHoursSchema>;

const organisationSchema = z.strictObject({
  name: short(80).min(1, 'Enter the name that users know.').default('Our services'),
  zone: zoneSchema.default('UTC'),
  deskPhone: optionalLine(40),
  deskHours: optionalLine(80),
  deskEmail: emailAddress({ wrong: 'Enter an address like desk@example.org.' }).nullable().default(null),
});

/** How long a private link works. An unsubscribe link works for ever. */
const linksSchema = z.strictObject({
  /** After the last change of the report. */
  trackingDays: z.int().min(1).max(3650).default(180),
  confirmHours: z.int().min(1).max(720).default(48),
  invitationDays: z.int().min(1).max(90).default(7),
  resetMinutes: z.int().min(5).max(1440).default(60),
});

const mailSchema = z.strictObject({
  /** The name beside the address in MAIL_FROM; the organisation's name when empty. */
  fromName: optionalLine(80),
});

/** Where checks, monitors, suites and automation may call. Public addresses need no entry. */
const outgoingSchema = z.strictObject({
  /** Private addresses and networks, with ports if wished: 10.0.0.0/8, 127.0.0.1:4101. */
  allow: z
    .array(allowedTargetSchema)
    .max(200, 'Use 200 entries or fewer; a network covers many addresses.')
    .default([]),
});

/** How long a drill proves what it measured. */
const drillsSchema = z.strictObject({
  staleAfterDays: z.int().min(1).max(3650).default(180),
});

/** Everything that a page changes rather than the environment. Versioned. */
export const settingsSchema = z.strictObject({
  organisation: organisationSchema.prefault({}),
  officeHours: officeHoursSchema.prefault({}),
  targets: z
    .strictObject({
      CRITICAL: targetsSchema.default(defaultTargets.CRITICAL),
      SEVERE: targetsSchema.default(defaultTargets.SEVERE),
      MODERATE: targetsSchema.default(defaultTargets.MODERATE),
      TRIVIAL: targetsSchema.default(defaultTargets.TRIVIAL),
    })
    .prefault({}),
  /** The part of its time after which a clock is at risk. */
  atRisk: z.number().min(0.1).max(1).default(0.8),
  links: linksSchema.prefault({}),
  mail: mailSchema.prefault({}),
  drills: drillsSchema.prefault({}),
  outgoing: outgoingSchema.prefault({}),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});

export const settingsSectionSchema = settingsSchema.keyof();
export type SettingsSection = z.infer<typeof settingsSectionSchema>;
export const settingsSectionLabel: Record<SettingsSection, string> = {
  organisation: 'organisation',
  officeHours: 'office hours',
  targets: 'targets',
  atRisk: 'at risk',
  links: 'links',
  mail: 'mail',
  drills: 'drills',
  outgoing: 'outgoing calls',
};

const change = {
  /** The version that the page showed: somebody else's change in between is told, never overwritten. */
  version: seenVersion,
  reason: lines(300, { missing: 'Say why, in a few words.', long: 'Use at most 300 characters.', least: 3 }),
};
const { organisation, officeHours, targets, atRisk, links, mail, drills, outgoing } = settingsSchema.shape;

function section<S extends z.ZodRawShape>(whole: z.ZodPrefault<z.ZodObject<S>>) {
  return z.strictObject(edits(whole.unwrap().shape)).optional();
}

/** What an admin looks after. A section that is left out stays as it is, and so does what is left out of one. */
export const changeSettingsInput = z.object({
  ...change,
  organisation: section(organisation),
  links: section(links),
  mail: section(mail),
  outgoing: section(outgoing),
});

/** What a manager promises to the users. */
export const changeClocksInput = z.object({
  ...change,
  targets: section(targets),
  officeHours: section(officeHours),
  ...edits({ atRisk }),
  drills: section(drills),
});
