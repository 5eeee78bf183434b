import { lifecycle } from '@/lib/platform/lifecycle';
import { type MaintenanceState, maintenanceStateLabel } from './schema';

export const maintenanceLifecycle = lifecycle<MaintenanceState>(
  { subject: 'The maintenance', label: maintenanceStateLabel },
  {
    SCHEDULED: ['IN_PROGRESS', 'CANCELLED'],
    IN_PROGRESS: ['VERIFYING', 'CANCELLED'],
    VERIFYING: ['COMPLETED', 'CANCELLED'],
    COMPLETED: [],
    CANCELLED: [],
  },
);
