import { z } from 'zod';
import { clockKindSchema } from '@/lib/clocks/schema';
import { incidentActs } from '@/lib/incidents/policy';
import { causeKindSchema, incidentRoleSchema, incidentStageSchema } from '@/lib/incidents/schema';
import { instant, personSchema, view } from '@/lib/platform/answers/view';
import { fixedAnswerSchema, reportChannelSchema, reportStateSchema } from '@/lib/reports/schema';
import { serviceStatusSchema, visibilitySchema } from '@/lib/services/schema';
import { severitySchema } from '@/lib/severity/schema';
import { actorSchema, updateViewSchema } from '@/lib/updates/queries/views';
import { audienceSchema } from '@/lib/updates/schema';

const promiseViewSchema = view('PromiseView', {
  madeAt: instant,
  dueAt: instant,
  zone: z.string(),
  missed: z.boolean(),
});
export type PromiseView = z.infer<typeof promiseViewSchema>;

const serviceMark = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  status: serviceStatusSchema,
});

export const incidentRowSchema = view('IncidentRow', {
  id: z.uuid(),
  ref: z.string(),
  title: z.string(),
  severity: severitySchema,
  stage: incidentStageSchema,
  visibility: visibilitySchema,
  version: z.number(),
  startedAt: instant,
  declaredAt: instant,
  resolvedAt: instant.nullable(),
  closedAt: instant.nullable(),
  manager: personSchema.nullable(),
  services: z.array(serviceMark),
  reportCount: z.number(),
  promise: promiseViewSchema.nullable(),
});
export type IncidentRow = z.infer<typeof incidentRowSchema>;

export const incidentListViewSchema = view('IncidentListView', {
  rows: z.array(incidentRowSchema),
  next: z.string().nullable(),
  open: z.record(severitySchema, z.number()),
});
export type IncidentListView = z.infer<typeof incidentListViewSchema>;

const stageStepSchema = view('StageStep', {
  stage: z.union([z.literal('REPORTED'), incidentStageSchema]),
  at: instant.nullable(),
  by: actorSchema.nullable(),
  state: z.enum(['done', 'current', 'ahead', 'skipped']),
});
export type StageStep = z.infer<typeof stageStepSchema>;

const clockViewSchema = view('ClockView', {
  id: z.uuid(),
  kind: clockKindSchema,
  severity: severitySchema,
  startedAt: instant,
  dueAt: instant.nullable(),
  stoppedAt: instant.nullable(),
  state: z.enum(['RUNNING', 'AT_RISK', 'LATE', 'MET', 'MISSED', 'NONE']),
});
export type ClockView = z.infer<typeof clockViewSchema>;

/** The restore time that comes first; `other` is the later one of severity target and agreed RTO. */
const restoreViewSchema = view('RestoreView', {
  source: z.enum(['SEVERITY', 'RTO']),
  label: z.string(),
  dueAt: instant,
  minutes: z.number().nullable(),
  agreedBy: z.string().nullable(),
  agreedOn: z.string().nullable(),
  other: z.object({ label: z.string(), dueAt: instant }).nullable(),
});
export type RestoreView = z.infer<typeof restoreViewSchema>;

const reportLine = z.object({
  id: z.uuid(),
  ref: z.string(),
  summary: z.string(),
  reporterName: z.string().nullable(),
  receivedAt: instant,
  state: reportStateSchema,
});

const incidentReportsSchema = view('IncidentReports', {
  count: z.number(),
  asked: z.number(),
  confirmed: z.number(),
  stillBroken: z.number(),
  latest: z.array(reportLine),
});

/** A page of the incident's reports; `next` is the cursor of the following one. */
export const incidentReportsPageSchema = view('IncidentReportsPage', {
  rows: z.array(
    reportLine.extend({
      channel: reportChannelSchema,
      affectedWhere: z.string().nullable(),
      /** What the reporter said last to "is it working for you now?". */
      answer: fixedAnswerSchema.nullable(),
      /** Messages of the reporter that nobody of the team has seen. */
      unread: z.number(),
    }),
  ),
  next: z.string().nullable(),
});
export type IncidentReportsPage = z.infer<typeof incidentReportsPageSchema>;

const linkedIncident = z.object({ ref: z.string(), title: z.string() });

export const incidentViewSchema = view('IncidentView', {
  ...incidentRowSchema.shape,
  mitigatedAt: instant.nullable(),
  firstUpdateAt: instant.nullable(),
  stages: z.array(stageStepSchema),
  services: z.array(
    serviceMark.extend({ since: instant, chosen: z.boolean(), reason: z.string().nullable() }),
  ),
  roles: z.array(z.object({ role: incidentRoleSchema, member: personSchema, since: instant })),
  clocks: z.array(clockViewSchema),
  restore: restoreViewSchema.nullable(),
  reports: incidentReportsSchema,
  updates: z.array(updateViewSchema),
  counts: z.object({
    timeline: z.number(),
    updates: z.number(),
    notes: z.number(),
    reports: z.number(),
    resources: z.number(),
    checks: z.object({ checked: z.number(), total: z.number() }),
  }),
  previous: linkedIncident.nullable(),
  following: z.array(linkedIncident),
  settingsVersion: z.number(),
  cause: z.object({ kind: causeKindSchema, because: z.string().nullable() }).nullable(),
  /** What the reader may do with it as it is. */
  acts: z.array(z.enum(incidentActs)),
});
export type IncidentView = z.infer<typeof incidentViewSchema>;

export const timelineFilterSchema = z.enum(['ALL', 'PUBLIC', 'DECISIONS', 'RECOVERY']);
export type TimelineFilter = z.infer<typeof timelineFilterSchema>;

export const timelineItemSchema = view('TimelineItem', {
  id: z.uuid(),
  /** A whole number as text; null for the moment until the sequencer has given it. */
  position: z.string().nullable(),
  type: z.string(),
  kind: z.enum(['EVENT', 'NOTE', 'UPDATE', 'REPORT', 'DECISION', 'RECOVERY', 'CLOCK']),
  at: instant,
  recordedAt: instant,
  backdated: z.boolean(),
  who: actorSchema,
  sentence: z.string(),
  /** The words that belong to it: of a note, an update, a reason, a message. */
  text: z.string().nullable(),
  audience: audienceSchema.nullable(),
  edited: z.boolean(),
  /** The report that it is about. */
  reportRef: z.string().nullable(),
  /** The update that it is about. */
  updateId: z.uuid().nullable(),
});
export type TimelineItem = z.infer<typeof timelineItemSchema>;

export const timelineViewSchema = view('TimelineView', {
  items: z.array(timelineItemSchema),
  next: z.string().nullable(),
});
export type TimelineView = z.infer<typeof timelineViewSchema>;

/** What every act on an incident answers. */
export const incidentActViewSchema = view('IncidentActView', {
  id: z.uuid(),
  ref: z.string(),
  version: z.int(),
  stage: incidentStageSchema,
  severity: severitySchema,
});
export type IncidentActView = z.infer<typeof incidentActViewSchema>;
