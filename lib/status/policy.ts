import { policy } from '@/lib/platform/policy';

export const statusPolicy = policy({
  'status.read': {
    yes: [
      'ANONYMOUS',
      'REPORTER',
      'SUBSCRIBER',
      'USER',
      'DEVELOPER',
      'RESPONDER',
      'MANAGER',
      'ADMIN',
      'CALLBACK',
      'SYSTEM',
      'CLI',
    ],
    key: true,
  },
  'status.publish': { yes: ['SYSTEM', 'CLI'] },
});
