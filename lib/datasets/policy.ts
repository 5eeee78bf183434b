import { policy } from '@/lib/platform/policy';

export const datasetPolicy = policy({
  'dataset.read': { yes: ['DEVELOPER', 'RESPONDER', 'SYSTEM', 'CLI'], key: true },
  'dataset.create': { yes: ['MANAGER', 'CLI'], key: true },
  'dataset.edit': { yes: ['MANAGER', 'CLI'], key: true },
  'dataset.archive': { yes: ['MANAGER', 'CLI'], key: true },
  'dataset.reportSnapshot': { yes: ['DEVELOPER', 'RESPONDER'], key: true },
  'dataset.acceptSnapshot': { yes: ['RESPONDER'] },
  'dataset.recordDigest': { yes: ['SYSTEM'] },
  'dataset.watch': { yes: ['SYSTEM'] },
});
