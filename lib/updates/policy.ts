import { policy } from '@/lib/platform/policy';

/** An update is own to those whose incident it is. */
export const updatePolicy = policy({
  'update.read': {
    yes: ['RESPONDER', 'SYSTEM', 'CLI'],
    own: ['DEVELOPER'],
    key: true,
  },
  'update.preview': { yes: ['RESPONDER'], key: true },
  'update.publish': { yes: ['RESPONDER', 'CLI'], key: true },
  'update.edit': { yes: ['RESPONDER', 'CLI'], key: true },
});
