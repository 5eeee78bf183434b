import { policy } from '@/lib/platform/policy';

/** Responders write drafts; what runs will follow, a manager publishes. */
export const planPolicy = policy({
  'plan.read': { yes: ['DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN', 'SYSTEM', 'CLI'], key: true },
  'plan.list': { yes: ['DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN', 'SYSTEM', 'CLI'], key: true },
  'plan.create': { yes: ['RESPONDER', 'MANAGER', 'SYSTEM', 'CLI'], key: true },
  'plan.edit': { yes: ['RESPONDER', 'MANAGER', 'SYSTEM', 'CLI'], key: true },
  'plan.publish': { yes: ['MANAGER', 'SYSTEM', 'CLI'] },
  'plan.archive': { yes: ['MANAGER', 'CLI'] },
});
