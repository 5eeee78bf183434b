import { policy } from '@/lib/platform/policy';

/** An update is own to those who may see its incident; a reporter reads those of the own report's incident. */
export const updatePolicy = policy({
  'update.read': {
    yes: ['RESPONDER', 'SYSTEM', 'CLI'],
    own: ['REPORTER', 'USER', 'DEVELOPER'],
    key: true,
  },
  'update.preview': { yes: ['RESPONDER'], key: true },
  'update.publish': { yes: ['RESPONDER', 'CLI'], key: true },
  'update.edit': { yes: ['RESPONDER', 'CLI'], key: true },
});
