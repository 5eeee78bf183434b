import { z } from 'zod';

export const resourceKindSchema = z.enum(['PERSON', 'TEAM', 'EQUIPMENT', 'VENDOR']);
export type ResourceKind = z.infer<typeof resourceKindSchema>;
export const resourceKindLabel: Record<ResourceKind, string> = {
  PERSON: 'Person',
  TEAM: 'Team',
  EQUIPMENT: 'Equipment',
  VENDOR: 'Vendor',
};

export const allocationStateSchema = z.enum(['REQUESTED', 'ACCEPTED', 'REFUSED', 'ACTIVE', 'RELEASED']);
export type AllocationState = z.infer<typeof allocationStateSchema>;
export const allocationStateLabel: Record<AllocationState, string> = {
  REQUESTED: 'Requested',
  ACCEPTED: 'Accepted',
  REFUSED: 'Refused',
  ACTIVE: 'Active',
  RELEASED: 'Released',
};

/** What an allocated resource looks after. */
export const aspectSchema = z.enum(['NETWORKING', 'SERVICES', 'INFRASTRUCTURE', 'RECOVERY', 'COMMUNICATION']);
export type Aspect = z.infer<typeof aspectSchema>;
export const aspectLabel: Record<Aspect, string> = {
  NETWORKING: 'Networking',
  SERVICES: 'Services',
  INFRASTRUCTURE: 'Server infrastructure',
  RECOVERY: 'Recovery',
  COMMUNICATION: 'Communication',
};
