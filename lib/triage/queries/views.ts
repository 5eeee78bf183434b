import { z } from 'zod';
import { incidentStageSchema } from '@/lib/incidents/schema';
import { instant, personSchema, view } from '@/lib/platform/answers/view';
import { fileViewSchema, messageViewSchema } from '@/lib/reports/queries/views';
import { reportDetailsSchema } from '@/lib/reports/rules/details';
import { reportChannelSchema, reportStateSchema } from '@/lib/reports/schema';
import { serviceStatusSchema } from '@/lib/services/schema';
import { severitySchema } from '@/lib/severity/schema';

const suggestionSchema = view('Suggestion', {
  severity: severitySchema,
  reasons: z.array(z.string()),
});

export const triageRowSchema = view('TriageRow', {
  id: z.uuid(),
  ref: z.string(),
  version: z.number(),
  state: reportStateSchema,
  service: z
    .object({ id: z.uuid(), slug: z.string(), name: z.string(), status: serviceStatusSchema })
    .nullable(),
  summary: z.string(),
  channel: reportChannelSchema,
  ...reportDetailsSchema.pick({ claimedSeverity: true, slow: true, reporterName: true, affectedWhere: true })
    .shape,
  receivedAt: instant,
  acknowledge: z.object({ dueAt: instant.nullable(), atRisk: z.boolean(), missed: z.boolean() }).nullable(),
  suggestion: suggestionSchema,
  similarCount: z.number(),
  /** An open incident on the same service, the worst of them. */
  looksLike: z.string().nullable(),
  /** Who has it open at the moment. */
  reading: z.object({ member: personSchema, at: instant }).nullable(),
});
export type TriageRow = z.infer<typeof triageRowSchema>;

export const triageQueueSchema = view('TriageQueue', {
  /** Reports nobody has decided about, and since when the oldest waits. */
  waiting: z.number(),
  asked: z.number(),
  mine: z.number(),
  oldestAt: instant.nullable(),
  /** The promise for the worst claimed severity that waits, in words: "15 min". */
  promise: z.string().nullable(),
  rows: z.array(triageRowSchema),
  next: z.string().nullable(),
  earlier: z.array(
    z.object({
      at: instant,
      sentence: z.string(),
      reportRef: z.string(),
      severity: severitySchema.nullable(),
    }),
  ),
});
export type TriageQueue = z.infer<typeof triageQueueSchema>;

export const triageReportSchema = view('TriageReport', {
  ...triageRowSchema.shape,
  ...reportDetailsSchema.shape,
  enteredBy: personSchema.nullable(),
  messages: z.array(messageViewSchema),
  files: z.array(fileViewSchema),
  /** `likeness` from 0 to 1. */
  similar: z.array(
    z.object({
      id: z.uuid(),
      ref: z.string(),
      summary: z.string(),
      affectedWhere: reportDetailsSchema.shape.affectedWhere,
      receivedAt: instant,
      likeness: z.number(),
      incidentRef: z.string().nullable(),
    }),
  ),
  /** Open incidents that it may belong to, the likeliest first. */
  candidates: z.array(
    z.object({
      id: z.uuid(),
      ref: z.string(),
      title: z.string(),
      severity: severitySchema,
      stage: incidentStageSchema,
      manager: personSchema.nullable(),
      declaredAt: instant,
      reportCount: z.number(),
      sameService: z.boolean(),
    }),
  ),
  /** What somebody has decided already. */
  decided: z
    .object({
      by: z.string(),
      act: z.enum(['declared', 'joined', 'asked', 'declined']),
      at: instant,
      ref: z.string().nullable(),
      sentence: z.string(),
    })
    .nullable(),
  incidentRef: z.string().nullable(),
});
export type TriageReport = z.infer<typeof triageReportSchema>;

/** What a triage act answers. */
export const triageDecisionSchema = view('TriageDecision', {
  reportId: z.uuid(),
  ref: z.string(),
  state: reportStateSchema,
  version: z.number(),
  incidentRef: z.string().nullable(),
});
export type TriageDecision = z.infer<typeof triageDecisionSchema>;
