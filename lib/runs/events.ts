import { z } from 'zod';
import { planKindSchema, runModeSchema, stepKindSchema } from '@/lib/plans/schema';
import { type EventConstructor, type EventDraft, eventId, eventType } from '@/lib/platform/events';
import { attemptStateSchema, drillKindSchema, runStateSchema, waitingForSchema } from './schema';

/** What every event of a run says about it. */
const run = {
  runId: eventId,
  /** FO-32: not a name of somebody, and known for ever. */
  ref: z.string(),
  mode: runModeSchema,
  serviceId: eventId,
  incidentId: eventId.nullable(),
};
const step = {
  ...run,
  runStepId: eventId,
  kind: stepKindSchema,
  /** Phase and place in it, both from 1: step 3.1. Phase 0 is the precheck. */
  phase: z.int(),
  place: z.int(),
};

/** The event of a run, in the run's own mode, on the run, its service and its incident. */
function runEvent<S extends z.ZodRawShape>(verb: string, shape: S) {
  const construct = eventType(`run.${verb}`, {
    data: z.object({ ...run, ...shape }),
    subjects: (data) => {
      const about = data as { runId: string; serviceId: string; incidentId: string | null };
      return [
        { kind: 'run', id: about.runId },
        { kind: 'service', id: about.serviceId },
        ...(about.incidentId ? [{ kind: 'incident', id: about.incidentId }] : []),
      ];
    },
  });
  const inMode = (...given: Parameters<typeof construct>): EventDraft => ({
    ...construct(...given),
    mode: (given[0] as { mode: 'LIVE' | 'DRILL' }).mode,
  });
  return Object.assign(inMode, { type: construct.type, read: construct.read }) as EventConstructor<
    z.ZodObject<typeof run & S>
  >;
}

export const runStarted = runEvent('started', {
  kind: planKindSchema,
  planId: eventId,
  planVersion: z.int(),
  drillKind: drillKindSchema.nullable(),
  memberId: eventId.nullable(),
});
export const runPrechecked = runEvent('prechecked', {
  runStepId: eventId,
  outcome: z.enum(['OK', 'FAULT', 'UNCLEAR']),
});
/** `overridden`: although the precheck was not green; the reason stands with the steps of the precheck. */
export const runBegun = runEvent('begun', { overridden: z.boolean() });
export const runWaiting = runEvent('waiting', { waitingFor: waitingForSchema, runStepId: eventId });
export const runContinued = runEvent('continued', {});
export const runPaused = runEvent('paused', {});
export const runResumed = runEvent('resumed', {});
export const runVerified = runEvent('verified', {
  rtaSeconds: z.int().nullable(),
  rpaSeconds: z.int().nullable(),
});
export const runFailed = runEvent('failed', { runStepId: eventId.nullable() });
export const runAborted = runEvent('aborted', { from: runStateSchema });
export const runOperatorChanged = runEvent('operatorChanged', {
  memberId: eventId,
  fromId: eventId.nullable(),
});
export const runConsentSet = runEvent('consentSet', { announces: z.boolean() });
export const runSnapshotChosen = runEvent('snapshotChosen', {
  snapshotId: eventId,
  passed: z.boolean(),
  overridden: z.boolean(),
});
/** Another process drives the run now, because the one before it gave no sign of life. */
export const runTakenUp = runEvent('takenUp', { fence: z.int() });

export const runStepStarted = runEvent('stepStarted', step);
export const runStepDone = runEvent('stepDone', { ...step, seconds: z.int() });
export const runStepFailed = runEvent('stepFailed', { ...step, carriedOn: z.boolean() });
export const runStepUnknown = runEvent('stepUnknown', step);
export const runStepSkipped = runEvent('stepSkipped', step);
export const runStepRetried = runEvent('stepRetried', step);
export const runStepDecided = runEvent('stepDecided', {
  ...step,
  attemptId: eventId.nullable(),
  decision: z.enum(['DONE', 'FAILED', 'AGAIN', 'APPROVE', 'REFUSE']),
});
/** An announcement: published as an update, or only recorded because it is a drill. */
export const runAnnounced = runEvent('announced', { ...step, updateId: eventId.nullable() });

export const runAttempted = runEvent('attempted', {
  ...step,
  attemptId: eventId,
  number: z.int(),
  state: attemptStateSchema,
  ok: z.boolean().nullable(),
});
export const runCalledBack = runEvent('calledBack', {
  attemptId: eventId,
  accepted: z.boolean(),
  why: z.enum(['TAKEN', 'SIGNATURE', 'LATE', 'REPEATED', 'UNREADABLE', 'OVER']),
});
