import { z } from 'zod';

export const serviceStatusSchema = z.enum([
  'OPERATIONAL',
  'DEGRADED',
  'PARTIAL_OUTAGE',
  'MAJOR_OUTAGE',
  'MAINTENANCE',
]);
export type ServiceStatus = z.infer<typeof serviceStatusSchema>;
export const serviceStatuses = serviceStatusSchema.options;

/** What members read. */
export const serviceStatusLabel: Record<ServiceStatus, string> = {
  OPERATIONAL: 'Works',
  DEGRADED: 'Degraded',
  PARTIAL_OUTAGE: 'Partly unavailable',
  MAJOR_OUTAGE: 'Not available',
  MAINTENANCE: 'Maintenance',
};

/** What users read. */
export const serviceStatusPublicLabel: Record<ServiceStatus, string> = {
  OPERATIONAL: 'Working normally',
  DEGRADED: 'Slow, or parts misbehave',
  PARTIAL_OUTAGE: 'Parts are not available',
  MAJOR_OUTAGE: 'Not available',
  MAINTENANCE: 'Planned work',
};

/** Atlassian Statuspage's five component statuses. */
export const statuspageComponentStatus = {
  OPERATIONAL: 'operational',
  DEGRADED: 'degraded_performance',
  PARTIAL_OUTAGE: 'partial_outage',
  MAJOR_OUTAGE: 'major_outage',
  MAINTENANCE: 'under_maintenance',
} as const satisfies Record<ServiceStatus, string>;
export type StatuspageComponentStatus = (typeof statuspageComponentStatus)[ServiceStatus];

const rank: Record<ServiceStatus, number> = {
  OPERATIONAL: 0,
  MAINTENANCE: 1,
  DEGRADED: 2,
  PARTIAL_OUTAGE: 3,
  MAJOR_OUTAGE: 4,
};

/** Sorts worst first. Planned work counts as less than any trouble. */
export function compareStatus(a: ServiceStatus, b: ServiceStatus): number {
  return rank[b] - rank[a];
}

/** A service's status is the worst of its open ones; without any it works. */
export function worstStatus(list: readonly ServiceStatus[]): ServiceStatus {
  return [...list].sort(compareStatus)[0] ?? 'OPERATIONAL';
}

export const visibilitySchema = z.enum(['PUBLIC', 'INTERNAL']);
export type Visibility = z.infer<typeof visibilitySchema>;
export const visibilityLabel: Record<Visibility, string> = {
  PUBLIC: 'Public',
  INTERNAL: 'Internal',
};

export const serverRoleSchema = z.enum(['PRIMARY', 'SECONDARY', 'CLUSTER_MEMBER', 'BACKUP']);
export type ServerRole = z.infer<typeof serverRoleSchema>;
export const serverRoleLabel: Record<ServerRole, string> = {
  PRIMARY: 'Primary',
  SECONDARY: 'Secondary',
  CLUSTER_MEMBER: 'Cluster member',
  BACKUP: 'Backup',
};

/** The three areas of an investigation. */
export const areaSchema = z.enum(['NETWORKING', 'SERVICES', 'INFRASTRUCTURE']);
export type Area = z.infer<typeof areaSchema>;
export const areaLabel: Record<Area, string> = {
  NETWORKING: 'Networking',
  SERVICES: 'Services',
  INFRASTRUCTURE: 'Server infrastructure',
};

/** 1 is the most important. Stored as a number. */
export const tierSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Tier = z.infer<typeof tierSchema>;
export const tiers: readonly Tier[] = [1, 2, 3, 4];
export const tierLabel: Record<Tier, string> = {
  1: 'Tier 1: must be available at all times',
  2: 'Tier 2: important, work continues without it for some hours',
  3: 'Tier 3: useful, work continues without it for a day',
  4: 'Tier 4: can wait',
};
