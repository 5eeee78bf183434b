import { policy } from '@/lib/platform/policy';

/** A run is own to the developers of its service. Its approvals are given by a manager alone. */
export const runPolicy = policy({
  'run.read': { yes: ['RESPONDER', 'MANAGER', 'ADMIN', 'SYSTEM', 'CLI'], own: ['DEVELOPER'], key: true },
  'run.list': { yes: ['RESPONDER', 'MANAGER', 'ADMIN', 'SYSTEM', 'CLI'], own: ['DEVELOPER'], key: true },
  'run.start': { yes: ['RESPONDER', 'MANAGER', 'SYSTEM', 'CLI'], key: true },
  'run.begin': { yes: ['RESPONDER', 'MANAGER', 'SYSTEM', 'CLI'], key: true },
  'run.confirmStep': { yes: ['RESPONDER', 'MANAGER', 'SYSTEM'], key: true },
  'run.approveStep': { yes: ['MANAGER'] },
  'run.retryStep': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'run.skipStep': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'run.decideStep': { yes: ['RESPONDER', 'MANAGER'] },
  'run.pause': { yes: ['RESPONDER', 'MANAGER', 'CLI'], key: true },
  'run.resume': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'run.abort': { yes: ['RESPONDER', 'MANAGER', 'SYSTEM', 'CLI'], key: true },
  'run.chooseSnapshot': { yes: ['RESPONDER', 'MANAGER', 'SYSTEM', 'CLI'], key: true },
  'run.setConsent': { yes: ['RESPONDER', 'MANAGER'] },
  'run.takeOver': { yes: ['RESPONDER', 'MANAGER'] },
  'run.callBack': { yes: ['CALLBACK'] },
});
