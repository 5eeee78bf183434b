import { z } from 'zod';
import { idSchema, incidentRefSchema, reasonSchema, writtenText } from '@/lib/incidents/schema';
import { runModeSchema } from '@/lib/plans/schema';
import { pageInput } from '@/lib/platform/input/page-input';
import { seenVersion } from '@/lib/platform/input/seen-version';

export const runStateSchema = z.enum([
  'PRECHECK',
  'RUNNING',
  'PAUSED',
  'WAITING',
  'VERIFIED',
  'FAILED',
  'ABORTED',
]);
export type RunState = z.infer<typeof runStateSchema>;
export const runStateLabel: Record<RunState, string> = {
  PRECHECK: 'Precheck',
  RUNNING: 'Running',
  PAUSED: 'Paused',
  WAITING: 'Waiting',
  VERIFIED: 'Verified',
  FAILED: 'Failed',
  ABORTED: 'Aborted',
};

/** What stands after “it is”. */
export const runStateWords: Record<RunState, string> = {
  PRECHECK: 'not begun yet',
  RUNNING: 'running',
  PAUSED: 'paused',
  WAITING: 'waiting',
  VERIFIED: 'done and verified',
  FAILED: 'over without a green verification',
  ABORTED: 'aborted',
};

/** What a run in WAITING waits for. */
export const waitingForSchema = z.enum(['PERSON', 'APPROVAL', 'CALL_BACK']);
export type WaitingFor = z.infer<typeof waitingForSchema>;
export const waitingForLabel: Record<WaitingFor, string> = {
  PERSON: 'A person',
  APPROVAL: 'An approval',
  CALL_BACK: 'A call-back',
};

export const stepStateSchema = z.enum(['PENDING', 'RUNNING', 'DONE', 'FAILED', 'SKIPPED', 'UNKNOWN']);
export type StepState = z.infer<typeof stepStateSchema>;
export const stepStateLabel: Record<StepState, string> = {
  PENDING: 'To do',
  RUNNING: 'Running',
  DONE: 'Done',
  FAILED: 'Failed',
  SKIPPED: 'Skipped',
  UNKNOWN: 'Unknown, a person decides',
};

/** What stands after “it is”. */
export const stepStateWords: Record<StepState, string> = {
  PENDING: 'to do',
  RUNNING: 'running',
  DONE: 'done',
  FAILED: 'failed',
  SKIPPED: 'skipped',
  UNKNOWN: 'not known to have taken place',
};

export const attemptStateSchema = z.enum(['PREPARED', 'SENT', 'ANSWERED', 'UNKNOWN']);
export type AttemptState = z.infer<typeof attemptStateSchema>;
export const attemptStateLabel: Record<AttemptState, string> = {
  PREPARED: 'Prepared, not sent yet',
  SENT: 'Sent, not answered yet',
  ANSWERED: 'Answered',
  UNKNOWN: 'Not known whether it arrived',
};

/** How far a drill goes. */
export const drillKindSchema = z.enum(['TABLETOP', 'FUNCTIONAL', 'FULL']);
export type DrillKind = z.infer<typeof drillKindSchema>;
export const drillKindLabel: Record<DrillKind, string> = {
  TABLETOP: 'Tabletop: talked through',
  FUNCTIONAL: 'Functional: parts of it done',
  FULL: 'Full: everything done',
};

/** States of a run that is not over; the database allows one live run of a service in them. */
export const openRunStates = ['PRECHECK', 'RUNNING', 'PAUSED', 'WAITING'] as const satisfies RunState[];

/** The acts on a run, and the states in which it takes them. Each has the row of its name in the policy table. */
export const runActStates = {
  begin: ['PRECHECK'],
  pause: ['RUNNING', 'WAITING'],
  resume: ['PAUSED'],
  abort: openRunStates,
  setConsent: openRunStates,
  takeOver: openRunStates,
  chooseSnapshot: openRunStates,
} as const satisfies Record<string, readonly RunState[]>;
export type RunAct = keyof typeof runActStates;
export const runActs = Object.keys(runActStates) as RunAct[];

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Names a run: its reference or its id. */
export const runRefSchema = z
  .string('Name a run, such as FO-32.')
  .trim()
  .refine((ref) => /^(SO|FO|DR|FB)-\d{1,9}$/i.test(ref) || uuid.test(ref), 'Name a run, such as FO-32.');

const noteSchema = writtenText('The note', 2_000);

/** An act on a run that any state change in between would make another one. */
const named = { ref: runRefSchema, version: seenVersion.optional() };
const step = { ...named, stepId: idSchema };

export const startInput = z.object({
  planId: idSchema,
  mode: runModeSchema,
  /** Drills only. */
  drillKind: drillKindSchema.optional(),
  /** Live runs only: the incident that is repaired by it; the time counts from its start. */
  incident: incidentRefSchema.optional(),
  /** The operator's consent that announcements are published. */
  announces: z.boolean().default(false),
  /** Of a failback: what became of what the old primary took, where it was found to take writes again. */
  settled: reasonSchema.optional(),
});
/** The reason is needed when the precheck is not green. */
export const beginInput = z.object({ ref: runRefSchema, reason: reasonSchema.optional() });
/** The reason is needed when the step's own probe does not show that it was done. */
export const confirmInput = z.object({
  ...step,
  note: noteSchema.optional(),
  reason: reasonSchema.optional(),
});
export const approveInput = z.object({
  ...step,
  decision: z.enum(['APPROVE', 'REFUSE']),
  note: noteSchema.optional(),
});
export const retryInput = z.object({ ...step, note: noteSchema.optional() });
export const skipInput = z.object({ ...step, reason: reasonSchema });
/** What became of an automated step that nobody knows of: a person looked. */
export const decideInput = z.object({
  ...step,
  decision: z.enum(['DONE', 'FAILED', 'AGAIN']),
  note: noteSchema,
});
/**
 * Pausing, aborting, consenting and choosing a snapshot do not depend on the step the run is in, so they take no
 * version: a run moves on by itself, and each step would refuse them.
 */
export const pauseInput = z.object({ ref: runRefSchema });
export const resumeInput = z.object(named);
export const abortInput = z.object({
  ref: runRefSchema,
  safeStateNote: writtenText('The state in which things were left', 2_000),
});
export const chooseSnapshotInput = z.object({
  ref: runRefSchema,
  snapshotId: idSchema,
  /** Needed when the gate does not let it through. */
  overrideReason: reasonSchema.optional(),
});
export const setConsentInput = z.object({ ref: runRefSchema, announces: z.boolean() });
export const takeOverInput = z.object({ ref: runRefSchema });

export const listRunsInput = z.object({
  mode: runModeSchema.optional(),
  /** Unfinished ones only, or one state. */
  state: z.union([z.literal('open'), runStateSchema]).optional(),
  service: z.string().max(80).optional(),
  plan: idSchema.optional(),
  incident: incidentRefSchema.optional(),
  ...pageInput,
});

export const callBackInput = z.object({
  token: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** As it came, because the signature is over the bytes. */
  body: z.string().max(64_000),
  headers: z.record(z.string(), z.string()),
});
