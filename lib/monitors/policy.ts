import { policy } from '@/lib/platform/policy';

export const monitorPolicy = policy({
  'monitor.read': { yes: ['DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN', 'SYSTEM', 'CLI'], key: true },
  'monitor.create': { yes: ['RESPONDER', 'MANAGER', 'ADMIN', 'CLI'], key: true },
  'monitor.edit': { yes: ['RESPONDER', 'MANAGER', 'ADMIN', 'CLI'], key: true },
  'monitor.pause': { yes: ['RESPONDER', 'MANAGER', 'ADMIN', 'CLI'], key: true },
  'monitor.archive': { yes: ['RESPONDER', 'MANAGER', 'ADMIN', 'CLI'], key: true },
});
