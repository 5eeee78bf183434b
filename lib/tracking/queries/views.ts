import { z } from 'zod';
import { instant, view } from '@/lib/platform/answers/view';
import { fileViewSchema, messageViewSchema } from '@/lib/reports/queries/views';
import { reportDetailsSchema } from '@/lib/reports/rules/details';
import { fixedAnswerSchema, reportStateSchema } from '@/lib/reports/schema';
import { serviceStatusSchema } from '@/lib/services/schema';

const trackStepSchema = view('TrackStep', {
  step: z.enum(['RECEIVED', 'TRIAGED', 'INVESTIGATING', 'ACTING', 'MONITORING', 'RESOLVED']),
  state: z.enum(['done', 'current', 'ahead']),
  /** When it was reached; none when that is not known or still ahead. */
  at: instant.nullable(),
});
export type TrackStep = z.infer<typeof trackStepSchema>;

const trackPromiseSchema = view('TrackPromise', {
  /** What happens by then: a person reads the report, or the next update comes. */
  of: z.enum(['READ', 'UPDATE']),
  madeAt: instant,
  dueAt: instant,
});

/** A recovery that its operator agreed to tell of, in the words of the status page. */
const trackRecoverySchema = view('TrackRecovery', {
  heading: z.string(),
  expectation: z.string().nullable(),
  basis: z.string().nullable(),
  steps: z.array(
    z.object({
      name: z.string(),
      state: z.enum(['done', 'skipped', 'current', 'ahead']),
      seconds: z.number().nullable(),
    }),
  ),
});
export type TrackRecovery = z.infer<typeof trackRecoverySchema>;

const trackUpdateSchema = view('TrackUpdate', {
  id: z.string(),
  at: instant,
  /** Cleaned HTML. */
  html: z.string(),
  editedAt: instant.nullable(),
});
export type TrackUpdate = z.infer<typeof trackUpdateSchema>;

/** What the reporter sees of the own report; nothing of other reporters but how many they are. */
export const trackViewSchema = view('TrackView', {
  ref: z.string(),
  version: z.number().int(),
  state: reportStateSchema,
  held: z.boolean(),
  receivedAt: instant,
  service: z
    .object({ slug: z.string(), name: z.string(), status: serviceStatusSchema, since: instant.nullable() })
    .nullable(),
  incident: z
    .object({
      ref: z.string(),
      /** None for an internal incident. */
      title: z.string().nullable(),
      people: z.number().int(),
      manager: z.string().nullable(),
    })
    .nullable(),
  sentence: z.string(),
  steps: z.array(trackStepSchema),
  promise: trackPromiseSchema.nullable(),
  recovery: trackRecoverySchema.nullable(),
  declineReason: z.string().nullable(),
  /** Who read it, by given name. */
  readBy: z.string().nullable(),
  readAt: instant.nullable(),
  /** Whether the question "is it working for you now?" is open, and what was answered last. */
  asked: z.boolean(),
  answer: z.object({ answer: fixedAnswerSchema, at: instant }).nullable(),
  updates: z.array(trackUpdateSchema),
  files: z.array(fileViewSchema),
  messages: z.array(messageViewSchema),
  details: reportDetailsSchema,
});
export type TrackView = z.infer<typeof trackViewSchema>;

/** An open incident that a report may be added to. */
const knownIncidentSchema = view('KnownIncident', {
  ref: z.string(),
  title: z.string(),
  since: instant,
  /** How many told us. */
  people: z.number().int(),
  promise: z.object({ madeAt: instant, dueAt: instant }).nullable(),
});
export type KnownIncident = z.infer<typeof knownIncidentSchema>;

const serviceChoiceSchema = view('ReportServiceChoice', {
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  status: serviceStatusSchema,
  incident: knownIncidentSchema.nullable(),
});
export type ServiceChoice = z.infer<typeof serviceChoiceSchema>;

/** What the form shows before a person types. */
const reportChoicesSchema = view('ReportChoices', {
  services: z.array(serviceChoiceSchema),
  /** Half of today's reports were read within so many minutes; none when too few came. */
  readMinutes: z.number().int().nullable(),
});
export type ReportChoices = z.infer<typeof reportChoicesSchema>;
