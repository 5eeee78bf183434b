import { z } from 'zod';
import { snapshotGateLinesSchema } from '@/lib/datasets/rules/gate';
import { stepKindSchema } from '@/lib/plans/rules/content';
import { planKindSchema, runModeSchema } from '@/lib/plans/schema';
import { instant, personSchema, view } from '@/lib/platform/answers/view';
import {
  attemptStateSchema,
  drillKindSchema,
  runActs,
  runStateSchema,
  stepStateSchema,
  waitingForSchema,
} from '@/lib/runs/schema';
import { estimateSchema } from './plan-views';

const attemptViewSchema = view('AttemptView', {
  id: z.uuid(),
  number: z.int(),
  state: attemptStateSchema,
  ok: z.boolean().nullable(),
  sentence: z.string().nullable(),
  preparedAt: instant,
  sentAt: instant.nullable(),
  answeredAt: instant.nullable(),
  decision: z.string().nullable(),
  decidedBy: personSchema.nullable(),
});
export type AttemptView = z.infer<typeof attemptViewSchema>;

const runStepViewSchema = view('RunStepView', {
  id: z.uuid(),
  /** The step's id in the plan, stable over versions. */
  stepId: z.uuid(),
  /** 1-based; users read the phases as their steps. */
  phase: z.int(),
  phaseName: z.string(),
  /** “3.1”: phase and place in it. */
  label: z.string(),
  position: z.int(),
  kind: stepKindSchema,
  name: z.string(),
  detail: z.string(),
  state: stepStateSchema,
  /** What the kind asks of a person or shows: instruction, question, text, address, seconds. Plain text. */
  ask: z.string().nullable(),
  /** Median of the verified runs before; null when it was never timed. */
  expectedSeconds: z.number().nullable(),
  /** Of a finished step. */
  actualSeconds: z.number().nullable(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  timeoutSeconds: z.number().nullable(),
  /** Who confirmed, approved, skipped or decided. */
  member: personSchema.nullable(),
  note: z.string().nullable(),
  skipReason: z.string().nullable(),
  /** The last sentence about it: what a probe saw, what the automation answered. */
  sentence: z.string().nullable(),
  /** Of a step that is done by somebody's word and has a probe of its own: whether that showed it. */
  shown: z.boolean().nullable(),
  switches: z.boolean(),
  attempts: z.array(attemptViewSchema),
  /** Of a verification: the newest replay. */
  suiteRun: z
    .object({
      id: z.uuid(),
      suiteId: z.uuid(),
      state: z.enum(['RUNNING', 'PASSED', 'FAILED', 'ABORTED']),
      total: z.int(),
      matched: z.int(),
      differed: z.int(),
      explained: z.int(),
    })
    .nullable(),
  /** Acts that the reader may do on it now. */
  acts: z.array(z.enum(['confirm', 'approve', 'refuse', 'retry', 'skip', 'decide'])),
});
export type RunStepView = z.infer<typeof runStepViewSchema>;

const runSnapshotViewSchema = view('RunSnapshotView', {
  id: z.uuid(),
  datasetName: z.string(),
  externalId: z.string(),
  takenAt: instant,
  location: z.string(),
  sizeBytes: z.int(),
  passed: z.boolean(),
  gate: snapshotGateLinesSchema,
  overrideReason: z.string().nullable(),
  restoredAt: instant.nullable(),
});
export type RunSnapshotView = z.infer<typeof runSnapshotViewSchema>;

export const runViewSchema = view('RunView', {
  id: z.uuid(),
  ref: z.string(),
  version: z.int(),
  kind: planKindSchema,
  mode: runModeSchema,
  drillKind: drillKindSchema.nullable(),
  state: runStateSchema,
  waitingFor: waitingForSchema.nullable(),
  /** What is true now, in one sentence. */
  sentence: z.string(),
  service: z.object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    rtoMinutes: z.int().nullable(),
    rpoMinutes: z.int().nullable(),
  }),
  plan: z.object({
    id: z.uuid(),
    name: z.string(),
    versionNumber: z.int(),
  }),
  incident: z
    .object({
      ref: z.string(),
      title: z.string(),
      startedAt: instant,
    })
    .nullable(),
  operator: personSchema.nullable(),
  announces: z.boolean(),
  demoHistory: z.boolean(),
  /** RTA is counted from here. */
  clockStartedAt: instant.nullable(),
  startedAt: instant.nullable(),
  pausedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  rtaSeconds: z.number().nullable(),
  rpaSeconds: z.number().nullable(),
  safeStateNote: z.string().nullable(),
  deviations: z.string().nullable(),
  /** PRECHECK's lines. */
  precheck: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      state: z.enum(['PENDING', 'OK', 'FAULT', 'UNCLEAR']),
      sentence: z.string().nullable(),
    }),
  ),
  /** Phases in order, with the step they are in. */
  phases: z.array(
    z.object({
      number: z.int(),
      name: z.string(),
      publicName: z.string(),
      state: stepStateSchema,
      startedAt: instant.nullable(),
      finishedAt: instant.nullable(),
      expectedSeconds: z.number().nullable(),
    }),
  ),
  steps: z.array(runStepViewSchema),
  /** Of the time left; null when the run is over. */
  estimate: estimateSchema.nullable(),
  /** Of the whole, as it stood when the run began. */
  planned: estimateSchema.nullable(),
  snapshots: z.array(runSnapshotViewSchema),
  /** What the operator's consent has told users so far, newest first. */
  announcements: z.array(
    z.object({
      at: instant,
      text: z.string(),
    }),
  ),
  acts: z.array(z.enum(runActs)),
  now: instant,
});
export type RunView = z.infer<typeof runViewSchema>;

const runRowSchema = view('RunRow', {
  id: z.uuid(),
  ref: z.string(),
  kind: planKindSchema,
  mode: runModeSchema,
  drillKind: drillKindSchema.nullable(),
  state: runStateSchema,
  service: z.object({
    slug: z.string(),
    name: z.string(),
  }),
  plan: z.object({
    id: z.uuid(),
    name: z.string(),
    versionNumber: z.int(),
  }),
  incidentRef: z.string().nullable(),
  operator: personSchema.nullable(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  rtaSeconds: z.number().nullable(),
  rpaSeconds: z.number().nullable(),
  demoHistory: z.boolean(),
  phase: z
    .object({
      number: z.int(),
      of: z.int(),
      publicName: z.string(),
    })
    .nullable(),
});
export type RunRow = z.infer<typeof runRowSchema>;

/** What every act on a run answers. */
export const runActViewSchema = view('RunActView', {
  id: z.uuid(),
  ref: z.string(),
  version: z.int(),
  state: runStateSchema,
});
export type RunActView = z.infer<typeof runActViewSchema>;

export const runListViewSchema = view('RunListView', {
  rows: z.array(runRowSchema),
  /** Cursor of the following page. */
  next: z.string().nullable(),
});
export type RunListView = z.infer<typeof runListViewSchema>;

export const callBackViewSchema = z.object({
  accepted: z.boolean(),
  why: z.enum(['TAKEN', 'SIGNATURE', 'LATE', 'REPEATED', 'UNREADABLE', 'OVER']),
  sentence: z.string(),
});
export type CallBackView = z.infer<typeof callBackViewSchema>;
