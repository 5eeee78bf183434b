import { z } from 'zod';

export const maintenanceStateSchema = z.enum([
  'SCHEDULED',
  'IN_PROGRESS',
  'VERIFYING',
  'COMPLETED',
  'CANCELLED',
]);
export type MaintenanceState = z.infer<typeof maintenanceStateSchema>;

export const maintenanceStateLabel: Record<MaintenanceState, string> = {
  SCHEDULED: 'Scheduled',
  IN_PROGRESS: 'In progress',
  VERIFYING: 'Being checked',
  COMPLETED: 'Completed',
  CANCELLED: 'Cancelled',
};

/** Statuspage knows no cancelled maintenance: it disappears from the list. */
export const statuspageMaintenanceStatus = {
  SCHEDULED: 'scheduled',
  IN_PROGRESS: 'in_progress',
  VERIFYING: 'verifying',
  COMPLETED: 'completed',
  CANCELLED: null,
} as const satisfies Record<MaintenanceState, string | null>;
