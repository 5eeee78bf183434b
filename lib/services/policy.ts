import { policy } from '@/lib/platform/policy';

export const servicePolicy = policy({
  'service.read': {
    yes: ['DEVELOPER', 'RESPONDER', 'SYSTEM', 'CLI'],
    key: true,
  },
  'service.list': { yes: ['DEVELOPER', 'RESPONDER', 'SYSTEM', 'CLI'], key: true },
  'service.create': { yes: ['MANAGER', 'CLI'], key: true },
  'service.edit': { yes: ['MANAGER', 'CLI'], key: true },
  'service.archive': { yes: ['MANAGER', 'CLI'], key: true },
});
