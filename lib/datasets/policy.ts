import { policy } from '@/lib/platform/policy';

export const datasetPolicy = policy({
  'dataset.read': { yes: ['DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN', 'SYSTEM', 'CLI'], key: true },
  'dataset.create': { yes: ['MANAGER', 'ADMIN', 'CLI'], key: true },
  'dataset.edit': { yes: ['MANAGER', 'ADMIN', 'CLI'], key: true },
  'dataset.archive': { yes: ['MANAGER', 'ADMIN', 'CLI'], key: true },
  'dataset.reportSnapshot': { yes: ['DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN'], key: true },
  'dataset.keepLook': { yes: ['SYSTEM'] },
  'dataset.watch': { yes: ['SYSTEM'] },
});
