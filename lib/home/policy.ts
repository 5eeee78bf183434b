import { policy } from '@/lib/platform/policy';

export const homePolicy = policy({
  'health.read': { yes: ['ADMIN', 'SYSTEM', 'CLI'], key: true },
  'concern.settle': { yes: ['ADMIN'] },
});
