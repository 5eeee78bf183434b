import { policy } from '@/lib/platform/policy';

export const servicePolicy = policy({
  'service.read': {
    yes: ['DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN', 'SYSTEM', 'CLI'],
    key: true,
  },
  'service.list': { yes: ['DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN', 'SYSTEM', 'CLI'], key: true },
  'service.create': { yes: ['MANAGER', 'ADMIN', 'CLI'], key: true },
  'service.edit': { yes: ['MANAGER', 'ADMIN', 'CLI'], key: true },
  'service.archive': { yes: ['MANAGER', 'ADMIN', 'CLI'], key: true },
});
