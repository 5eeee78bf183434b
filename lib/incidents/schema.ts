import { z } from 'zod';

export const incidentStageSchema = z.enum([
  'TRIAGED',
  'INVESTIGATING',
  'ACTING',
  'MONITORING',
  'RESOLVED',
  'CLOSED',
]);
export type IncidentStage = z.infer<typeof incidentStageSchema>;
/** In the order an incident goes through them. */
export const incidentStages = incidentStageSchema.options;

export const incidentStageLabel: Record<IncidentStage, string> = {
  TRIAGED: 'Triaged',
  INVESTIGATING: 'Investigating',
  ACTING: 'Acting',
  MONITORING: 'Monitoring',
  RESOLVED: 'Resolved',
  CLOSED: 'Closed',
};

/** What users read, as the steps of the tracking page. */
export const incidentStagePublicLabel: Record<IncidentStage, string> = {
  TRIAGED: 'Read by a person',
  INVESTIGATING: 'Looking for the cause',
  ACTING: 'Being fixed',
  MONITORING: 'Watching it',
  RESOLVED: 'Back to normal',
  CLOSED: 'Back to normal',
};

/** The people an incident needs. The lead of an incident is its manager. */
export const incidentRoleSchema = z.enum(['MANAGER', 'COMMUNICATIONS', 'SCRIBE', 'RESOLVER']);
export type IncidentRole = z.infer<typeof incidentRoleSchema>;
export const incidentRoleLabel: Record<IncidentRole, string> = {
  MANAGER: 'Incident manager',
  COMMUNICATIONS: 'Communications lead',
  SCRIBE: 'Scribe',
  RESOLVER: 'Resolver',
};

/** What closing a Moderate or Trivial incident says about the underlying cause. */
export const causeKindSchema = z.enum(['NONE_FOUND', 'NOT_LOOKED_AT']);
export type CauseKind = z.infer<typeof causeKindSchema>;
export const causeKindLabel: Record<CauseKind, string> = {
  NONE_FOUND: 'None found',
  NOT_LOOKED_AT: 'Not looked at, because …',
};

/** A promise of the next update is kept, missed, or moved with a reason; it is never just removed. */
export const promiseStateSchema = z.enum(['OPEN', 'KEPT', 'MISSED', 'MOVED']);
export type PromiseState = z.infer<typeof promiseStateSchema>;
export const promiseStateLabel: Record<PromiseState, string> = {
  OPEN: 'Open',
  KEPT: 'Kept',
  MISSED: 'Missed',
  MOVED: 'Moved with a reason',
};
