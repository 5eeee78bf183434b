import { z } from 'zod';
import { serviceStatusSchema } from '@/lib/services/schema';
import { compareSeverity, severitySchema } from '@/lib/severity/schema';
import { publicStageSchema } from '@/lib/updates/rules/public-stage';
import { publicRecovery } from './public-recovery';

const instant = z.iso.datetime();
const day = z.iso.date();

/** HTML that passed the one sanitiser, and the same words without marks for feeds and plain mail. */
const publicText = z.strictObject({ html: z.string(), plain: z.string() });
export type PublicText = z.infer<typeof publicText>;

/** One day of one service: the worst status of that day and for how many minutes it was not operational. */
export const publicDay = z.strictObject({
  date: day,
  worst: serviceStatusSchema,
  minutes: z.number().int().min(0).max(1500),
});
export type PublicDay = z.infer<typeof publicDay>;

const publicService = z.strictObject({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  group: z.string().nullable(),
  status: serviceStatusSchema,
  since: instant.nullable(),
  /** Percent of the days shown, 0 to 100; null for a service younger than a day. */
  uptime90: z.number().min(0).max(100).nullable(),
  /** Oldest first, the last one is today in the organisation's zone. */
  days: z.array(publicDay).max(90),
  createdAt: instant,
  updatedAt: instant,
});
export type PublicService = z.infer<typeof publicService>;

const publicUpdate = z.strictObject({
  id: z.string(),
  at: instant,
  stage: publicStageSchema,
  text: publicText,
  editedAt: instant.nullable(),
});
export type PublicUpdate = z.infer<typeof publicUpdate>;

const serviceMark = z.strictObject({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  status: serviceStatusSchema,
});

const publicIncident = z.strictObject({
  ref: z.string().regex(/^INC-\d{1,12}$/),
  title: z.string(),
  severity: severitySchema,
  stage: publicStageSchema,
  startedAt: instant,
  resolvedAt: instant.nullable(),
  updatedAt: instant,
  services: z.array(serviceMark),
  /** Newest first. */
  updates: z.array(publicUpdate),
  /** The promise: when the next update comes, and when that was said. */
  nextUpdateAt: instant.nullable(),
  promisedAt: instant.nullable(),
  reportCount: z.number().int().min(0),
  /** A recovery under way or done, with its operator's consent. */
  recovery: publicRecovery.optional(),
});
export type PublicIncident = z.infer<typeof publicIncident>;

/** An incident in a list of past ones, without its updates. */
const publicPastIncident = z.strictObject({
  ref: publicIncident.shape.ref,
  title: z.string(),
  severity: severitySchema,
  startedAt: instant,
  resolvedAt: instant.nullable(),
  services: z.array(z.string()),
  summary: z.string().nullable(),
});
export type PublicPastIncident = z.infer<typeof publicPastIncident>;

const publicOrganisation = z.strictObject({
  name: z.string(),
  deskPhone: z.string().nullable(),
  deskHours: z.string().nullable(),
  zone: z.string(),
});
export type PublicOrganisation = z.infer<typeof publicOrganisation>;

/**
 * The only facts that leave the organisation. Page, JSON, feeds, mails and public hints are all made from
 * this type, so a column added to a table stays private until somebody lists it here on purpose.
 * Instants are ISO 8601 in UTC; the organisation's zone is for reading only.
 */
export const publicViewSchema = z.strictObject({
  asOf: instant,
  organisation: publicOrganisation,
  /** STANDBY_URL without a slash at the end; every absolute link starts with it, never with a Host header. */
  url: z.string(),
  services: z.array(publicService),
  /** Every open incident and the most recent resolved ones, newest first. */
  incidents: z.array(publicIncident),
  /** Resolved incidents of the last twelve months, newest first, for the history pages. */
  past: z.array(publicPastIncident),
  /** When the oldest public incident began, however long ago; null before the first. */
  historyFrom: instant.nullable(),
});
export type PublicView = z.infer<typeof publicViewSchema>;

export function isOpen(incident: Pick<PublicIncident, 'stage'>): boolean {
  return incident.stage !== 'RESOLVED';
}

/** The open incidents, worst first and then oldest first: the order of the page. */
export function openIncidents(view: Pick<PublicView, 'incidents'>): PublicIncident[] {
  return view.incidents
    .filter(isOpen)
    .sort((a, b) => compareSeverity(a.severity, b.severity) || a.startedAt.localeCompare(b.startedAt));
}
