import { z } from 'zod';

export const planKindSchema = z.enum(['SWITCHOVER', 'FAILOVER', 'REBUILD', 'FAILBACK']);
export type PlanKind = z.infer<typeof planKindSchema>;
export const planKindLabel: Record<PlanKind, string> = {
  SWITCHOVER: 'Switchover: planned, without loss',
  FAILOVER: 'Failover: the primary is lost',
  REBUILD: 'Rebuild: new machines and reloaded data',
  FAILBACK: 'Failback: back to the first primary',
};
/** The kind alone, where the meaning stands beside it. */
export const planKindWord: Record<PlanKind, string> = {
  SWITCHOVER: 'Switchover',
  FAILOVER: 'Failover',
  REBUILD: 'Rebuild',
  FAILBACK: 'Failback',
};

export const runModeSchema = z.enum(['LIVE', 'DRILL']);
export type RunMode = z.infer<typeof runModeSchema>;
export const runModeLabel: Record<RunMode, string> = { LIVE: 'Live', DRILL: 'Drill' };

export const stepKindSchema = z.enum([
  'MANUAL',
  'AUTOMATED',
  'CHECK',
  'VERIFICATION',
  'APPROVAL',
  'ANNOUNCEMENT',
  'WAIT',
]);
export type StepKind = z.infer<typeof stepKindSchema>;
export const stepKindLabel: Record<StepKind, string> = {
  MANUAL: 'Manual',
  AUTOMATED: 'Automated',
  CHECK: 'Check',
  VERIFICATION: 'Verification',
  APPROVAL: 'Approval',
  ANNOUNCEMENT: 'Announcement',
  WAIT: 'Wait',
};
