import { policy } from '@/lib/platform/policy';

/** Planned work starts and ends by itself at its times, or earlier by a person. */
export const maintenancePolicy = policy({
  'maintenance.read': {
    yes: ['DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN', 'SYSTEM', 'CLI'],
    key: true,
  },
  'maintenance.plan': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'maintenance.edit': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'maintenance.advance': { yes: ['RESPONDER', 'MANAGER', 'SYSTEM'], key: true },
  'maintenance.cancel': { yes: ['RESPONDER', 'MANAGER'], key: true },
});
