import { z } from 'zod';

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
