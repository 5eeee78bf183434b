import { z } from 'zod';
import { planContentSchema } from '@/lib/plans/rules/content';
import { planDraftSchema } from '@/lib/plans/rules/draft';
import { planKindSchema, runModeSchema } from '@/lib/plans/schema';
import { instant, personSchema, savedSchema, view } from '@/lib/platform/answers/view';

/** What is missing or wrong, where a person finds it. */
const draftFaultSchema = view('DraftFault', {
  at: z.enum(['PLAN', 'VARIABLE', 'PRECHECK', 'PHASE', 'STEP']),
  /** Id of the step, phase or precheck; the place of a variable, counted from 0. */
  id: z.string(),
  /** “3.1”, “Phase 3”, “Variable front”. */
  label: z.string(),
  /** The field's path: `endpoints.live`. */
  field: z.string(),
  message: z.string(),
});
export type DraftFault = z.infer<typeof draftFaultSchema>;

/** A step's times in verified runs of the plan, newest first, in seconds. */
const stepHistorySchema = z.record(
  z.string(),
  z.object({ seconds: z.array(z.number()), medianSeconds: z.number() }),
);
export type StepHistory = z.infer<typeof stepHistorySchema>;

const planChoicesSchema = view('PlanChoices', {
  endpoints: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      mode: runModeSchema,
    }),
  ),
  /** `baseline` is the number of the newest one, null before the first was recorded. */
  suites: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      cases: z.int(),
      /** Those that ask the service to change something. */
      writes: z.int(),
      baseline: z.number().nullable(),
    }),
  ),
  datasets: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
    }),
  ),
});
export type PlanChoices = z.infer<typeof planChoicesSchema>;

const lintRankSchema = z.enum(['STOP', 'ADVICE', 'HOLDS']);
export type LintRank = z.infer<typeof lintRankSchema>;

/** What a button of the editor does about it; `index` counts without the step that is moved. */
const repairSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('MOVE'),
    label: z.string(),
    stepId: z.string(),
    phaseId: z.string(),
    index: z.int(),
  }),
  z.object({
    kind: z.literal('ADD'),
    label: z.string(),
    step: z.object({
      kind: z.enum(['VERIFICATION', 'ANNOUNCEMENT', 'CHECK', 'AUTOMATED']),
      name: z.string(),
    }),
    phaseId: z.string(),
    index: z.int(),
  }),
  z.object({ kind: z.literal('REMOVE_PHASE'), label: z.string(), phaseId: z.string() }),
]);
export type Repair = z.infer<typeof repairSchema>;

const lintLineSchema = view('LintLine', {
  rank: lintRankSchema,
  rule: z.string(),
  title: z.string(),
  text: z.string(),
  /** Ids of the steps it is about. */
  steps: z.array(z.string()),
  repair: repairSchema.nullable(),
});
export type LintLine = z.infer<typeof lintLineSchema>;

const planChangeSchema = view('PlanChange', {
  kind: z.enum(['MOVED', 'CHANGED', 'NEW', 'REMOVED']),
  of: z.enum(['STEP', 'PHASE', 'VARIABLE', 'PRECHECK', 'PURPOSE']),
  id: z.string(),
  /** Where it stands now; where it stood, if it is gone. */
  label: z.string(),
  name: z.string(),
  /** The label before, of a moved one. */
  from: z.string().nullable(),
  /** Of a changed one: “time-out”, “5 min”, “8 min”. */
  fields: z.array(
    z.object({
      name: z.string(),
      before: z.string(),
      after: z.string(),
    }),
  ),
});
export type PlanChange = z.infer<typeof planChangeSchema>;

const planVersionHeadSchema = view('PlanVersionHead', {
  id: z.uuid(),
  number: z.int(),
  summary: z.string(),
  publishedAt: instant,
  /** Null when the machine or the command line published it. */
  publishedBy: personSchema.nullable(),
  /** sha256 of the canonical content, hexadecimal. */
  checksum: z.string(),
});
export type PlanVersionHead = z.infer<typeof planVersionHeadSchema>;

export const planVersionViewSchema = view('PlanVersionView', {
  ...planVersionHeadSchema.shape,
  plan: z.object({
    id: z.uuid(),
    name: z.string(),
    kind: planKindSchema,
    published: z.number().nullable(),
  }),
  service: z.object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
  }),
  content: planContentSchema,
  /** Since the version before it. */
  changes: z.array(planChangeSchema),
  history: stepHistorySchema,
  choices: planChoicesSchema,
});
export type PlanVersionView = z.infer<typeof planVersionViewSchema>;

/** What a save answers, and what the editor shows beside the steps. */
const draftReviewSchema = view('DraftReview', {
  lint: z.array(lintLineSchema),
  faults: z.array(draftFaultSchema),
  /** Since the published version; empty before the first. */
  changes: z.array(planChangeSchema),
});
export type DraftReview = z.infer<typeof draftReviewSchema>;

export const planActs = ['plan.edit', 'plan.publish', 'plan.archive'] as const;

export const planViewSchema = view('PlanView', {
  ...draftReviewSchema.shape,
  id: z.uuid(),
  kind: planKindSchema,
  name: z.string(),
  version: z.int(),
  archived: z.boolean(),
  service: z.object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    rtoMinutes: z.int().nullable(),
    rpoMinutes: z.int().nullable(),
  }),
  published: planVersionHeadSchema
    .extend({
      content: planContentSchema,
    })
    .nullable(),
  draft: z
    .object({
      content: planDraftSchema,
      savedAt: instant,
      savedBy: personSchema.nullable(),
    })
    .nullable(),
  /** Newest first. */
  versions: z.array(planVersionHeadSchema),
  history: stepHistorySchema,
  choices: planChoicesSchema,
  /** Runs that are not over, with the version they keep to their end. */
  running: z.array(
    z.object({
      ref: z.string(),
      versionNumber: z.int(),
    }),
  ),
  acts: z.array(z.enum(planActs)),
});
export type PlanView = z.infer<typeof planViewSchema>;

export const planRowSchema = view('PlanRow', {
  id: z.uuid(),
  kind: planKindSchema,
  name: z.string(),
  service: z.object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    rtoMinutes: z.int().nullable(),
  }),
  published: z.number().nullable(),
  publishedAt: instant.nullable(),
  hasDraft: z.boolean(),
  archived: z.boolean(),
  phases: z.int(),
  steps: z.int(),
  running: z.array(z.string()),
});
export type PlanRow = z.infer<typeof planRowSchema>;

export const draftSavedSchema = view('DraftSaved', {
  ...savedSchema.shape,
  savedAt: instant,
  /** Whether it differs from what is published. */
  differs: z.boolean(),
  ...draftReviewSchema.shape,
});
