import { policy } from '@/lib/platform/policy';

export const monitorPolicy = policy({
  'monitor.read': { yes: ['DEVELOPER', 'RESPONDER', 'SYSTEM', 'CLI'], key: true },
  'monitor.create': { yes: ['RESPONDER', 'CLI'], key: true },
  'monitor.edit': { yes: ['RESPONDER', 'CLI'], key: true },
  'monitor.pause': { yes: ['RESPONDER', 'CLI'], key: true },
  'monitor.archive': { yes: ['RESPONDER', 'CLI'], key: true },
});
