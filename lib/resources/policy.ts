import { policy } from '@/lib/platform/policy';

/**
 * An allocation is own to the person, to the lead of the team (to all of it while nobody leads), and of equipment and
 * vendors, who cannot sign in, to everybody who may allocate.
 */
export const resourcePolicy = policy({
  'resource.list': { yes: ['RESPONDER', 'MANAGER', 'ADMIN', 'SYSTEM', 'CLI'], key: true },
  'resource.create': { yes: ['MANAGER', 'ADMIN', 'CLI'], key: true },
  'resource.edit': { yes: ['MANAGER', 'ADMIN', 'CLI'], key: true },
  'resource.archive': { yes: ['MANAGER', 'ADMIN', 'CLI'], key: true },
  'allocation.request': { yes: ['RESPONDER', 'MANAGER', 'CLI'], key: true },
  'allocation.answer': { yes: ['CLI'], own: ['DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN'] },
  'allocation.extend': { yes: ['RESPONDER', 'MANAGER', 'CLI'], own: ['DEVELOPER', 'ADMIN'], key: true },
  'allocation.release': { yes: ['RESPONDER', 'MANAGER', 'CLI'], own: ['DEVELOPER', 'ADMIN'], key: true },
  'allocation.mine': { yes: ['DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN'] },
});
