import { z } from 'zod';

export const incidentStateSchema = z.enum([
  'TRIAGED',
  'INVESTIGATING',
  'ACTING',
  'MONITORING',
  'RESOLVED',
  'CLOSED',
]);
export type IncidentState = z.infer<typeof incidentStateSchema>;
/** In the order an incident goes through them. */
export const incidentStates = incidentStateSchema.options;

export const incidentStateLabel: Record<IncidentState, string> = {
  TRIAGED: 'Triaged',
  INVESTIGATING: 'Investigating',
  ACTING: 'Acting',
  MONITORING: 'Monitoring',
  RESOLVED: 'Resolved',
  CLOSED: 'Closed',
};

/** What users read, as the steps of the tracking page. */
export const incidentStatePublicLabel: Record<IncidentState, string> = {
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
export const underlyingCauseSchema = z.enum(['NONE_FOUND', 'PROBLEM', 'NOT_LOOKED_AT']);
export type UnderlyingCause = z.infer<typeof underlyingCauseSchema>;
export const underlyingCauseLabel: Record<UnderlyingCause, string> = {
  NONE_FOUND: 'None found',
  PROBLEM: 'A problem is being looked into',
  NOT_LOOKED_AT: 'Not looked at, because …',
};
