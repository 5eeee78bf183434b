import { policy } from '@/lib/platform/policy';

/** Whoever writes plans may see which endpoints there are; only an admin says where calls go. */
export const automationPolicy = policy({
  'automation.list': {
    yes: ['DEVELOPER', 'RESPONDER', 'SYSTEM', 'CLI'],
    key: true,
  },
  'automation.create': { yes: ['ADMIN', 'SYSTEM', 'CLI'] },
  'automation.edit': { yes: ['ADMIN', 'CLI'] },
  'automation.rotateSecret': { yes: ['ADMIN', 'CLI'] },
  'automation.archive': { yes: ['ADMIN', 'CLI'] },
});
