import { z } from 'zod';
import { instant, personSchema, view } from '@/lib/platform/answers/view';
import { answerSchema, differenceSchema } from '@/lib/suites/rules/answer';
import { caseRequestSchema, comparisonSchema } from '@/lib/suites/rules/case';
import { volatileCasesSchema } from '@/lib/suites/rules/volatile';
import { caseKindSchema, caseOutcomeSchema, suiteRunStateSchema } from '@/lib/suites/schema';

const baselineViewSchema = view('BaselineView', {
  id: z.uuid(),
  number: z.int(),
  address: z.string(),
  recordedAt: instant,
  recordedBy: z.string().nullable(),
  cases: z.int(),
});
export type BaselineView = z.infer<typeof baselineViewSchema>;

export const suiteCountsSchema = view('SuiteCounts', {
  total: z.int(),
  matched: z.int(),
  differed: z.int(),
  explained: z.int(),
});
export type SuiteCounts = z.infer<typeof suiteCountsSchema>;

const replayRowSchema = view('ReplayRow', {
  ...suiteCountsSchema.shape,
  id: z.uuid(),
  state: suiteRunStateSchema,
  sentence: z.string(),
  address: z.string(),
  baselineNumber: z.int(),
  startedAt: instant,
  finishedAt: instant.nullable(),
  by: personSchema.nullable(),
  /** The run of a recovery plan that it belongs to. */
  run: z
    .object({
      ref: z.string(),
      step: z.string(),
    })
    .nullable(),
  /** Whether an investigation asked for it. */
  forCheck: z.boolean(),
});
export type ReplayRow = z.infer<typeof replayRowSchema>;

export const suiteSummarySchema = view('SuiteSummary', {
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  description: z.string(),
  archived: z.boolean(),
  cases: z.int(),
  service: z.object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
  }),
  baseline: baselineViewSchema.nullable(),
  latest: replayRowSchema.nullable(),
});
export type SuiteSummary = z.infer<typeof suiteSummarySchema>;

const caseViewSchema = view('CaseView', {
  id: z.uuid(),
  version: z.int(),
  /** 1-based place in the suite. */
  number: z.int(),
  name: z.string(),
  kind: caseKindSchema,
  request: caseRequestSchema,
  comparison: comparisonSchema,
  timeoutMs: z.int(),
  /** `GET /items` */
  asks: z.string(),
  /** `status, 1 header, JSON` */
  compares: z.string(),
  /** CHANGED: it asks for something else now; NONE: added since. Both count from the next baseline on. */
  baseline: z.enum(['CURRENT', 'CHANGED', 'NONE']),
});
export type CaseView = z.infer<typeof caseViewSchema>;

export const suiteActs = [
  'suite.edit',
  'suite.archive',
  'suite.record',
  'suite.replay',
  'suite.stopReplay',
  'suite.explain',
] as const;

export const suiteViewSchema = view('SuiteView', {
  ...suiteSummarySchema.shape,
  caseList: z.array(caseViewSchema),
  /** Newest first. */
  replays: z.array(replayRowSchema),
  baselines: z.array(baselineViewSchema),
  /** Published plans with a step that replays it. */
  usedByPlans: z.number(),
  /** Addresses it was replayed against or recorded from, newest first. */
  knownAddresses: z.array(z.string()),
  acts: z.array(z.enum(suiteActs)),
});
export type SuiteView = z.infer<typeof suiteViewSchema>;

const replayResultRowSchema = view('ReplayResultRow', {
  caseId: z.uuid(),
  number: z.int(),
  name: z.string(),
  asks: z.string(),
  compares: z.string(),
  /** Null while it waits for its turn. */
  outcome: caseOutcomeSchema.nullable(),
  sentence: z.string().nullable(),
  latencyMs: z.int().nullable(),
  finishedAt: instant.nullable(),
  explanation: z.string().nullable(),
  explainedBy: z.string().nullable(),
});
export type ReplayResultRow = z.infer<typeof replayResultRowSchema>;

export const replayViewSchema = view('ReplayView', {
  ...replayRowSchema.shape,
  suite: z.object({
    id: z.uuid(),
    name: z.string(),
  }),
  results: z.array(replayResultRowSchema),
});
export type ReplayView = z.infer<typeof replayViewSchema>;

export const resultViewSchema = view('ResultView', {
  ...replayResultRowSchema.shape,
  replayId: z.uuid(),
  replayState: suiteRunStateSchema,
  address: z.string(),
  differences: z.array(differenceSchema),
  comparison: comparisonSchema,
  known: z.object({
    answer: answerSchema,
    latencyMs: z.int(),
    baselineNumber: z.int(),
    recordedAt: instant,
  }),
  got: answerSchema.nullable(),
  mustEqual: z.string(),
  leftOut: z.string().nullable(),
  time: z.string(),
  /** Oldest first, this one last. */
  history: z.array(
    z.object({
      replayId: z.uuid(),
      outcome: caseOutcomeSchema,
      at: instant,
    }),
  ),
});
export type ResultView = z.infer<typeof resultViewSchema>;

export const recordedBaselineViewSchema = view('RecordedBaselineView', {
  id: z.uuid(),
  number: z.int(),
  cases: z.int(),
  /** What changed between two answers, one right after the other. */
  volatile: volatileCasesSchema,
});
export type RecordedBaselineView = z.infer<typeof recordedBaselineViewSchema>;
