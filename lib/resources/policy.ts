import { policy } from '@/lib/platform/policy';

/**
 * An allocation is own to the person, to the lead of the team (to all of it while nobody leads), and of equipment and
 * vendors, who cannot sign in, to everybody who may allocate.
 */
export const resourcePolicy = policy({
  'resource.list': { yes: ['RESPONDER', 'SYSTEM', 'CLI'], key: true },
  'resource.create': { yes: ['MANAGER', 'CLI'], key: true },
  'resource.edit': { yes: ['MANAGER', 'CLI'], key: true },
  'resource.archive': { yes: ['MANAGER', 'CLI'], key: true },
  'allocation.request': { yes: ['RESPONDER', 'CLI'], key: true },
  'allocation.answer': { yes: ['CLI'], own: ['DEVELOPER', 'RESPONDER'] },
  'allocation.extend': { yes: ['RESPONDER', 'CLI'], own: ['DEVELOPER'], key: true },
  'allocation.release': { yes: ['RESPONDER', 'CLI'], own: ['DEVELOPER'], key: true },
  'allocation.mine': { yes: ['DEVELOPER', 'RESPONDER'] },
});
