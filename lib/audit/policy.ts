import { policy } from '@/lib/platform/policy';

export const auditPolicy = policy({
  'audit.read': { yes: ['MANAGER', 'CLI'] },
  'audit.verify': { yes: ['ADMIN', 'SYSTEM', 'CLI'] },
});
