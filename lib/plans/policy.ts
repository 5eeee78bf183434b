import { policy } from '@/lib/platform/policy';

/** Responders write drafts; what runs will follow, a manager publishes. */
export const planPolicy = policy({
  'plan.read': { yes: ['DEVELOPER', 'RESPONDER', 'SYSTEM', 'CLI'], key: true },
  'plan.list': { yes: ['DEVELOPER', 'RESPONDER', 'SYSTEM', 'CLI'], key: true },
  'plan.create': { yes: ['RESPONDER', 'SYSTEM', 'CLI'], key: true },
  'plan.edit': { yes: ['RESPONDER', 'SYSTEM', 'CLI'], key: true },
  'plan.publish': { yes: ['MANAGER', 'SYSTEM', 'CLI'] },
  'plan.archive': { yes: ['MANAGER', 'CLI'] },
});
