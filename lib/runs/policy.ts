import { policy } from '@/lib/platform/policy';

/** A run is own to the developers of its service. Its approvals take a manager. */
export const runPolicy = policy({
  'run.read': { yes: ['RESPONDER', 'SYSTEM', 'CLI'], own: ['DEVELOPER'], key: true },
  'run.list': { yes: ['RESPONDER', 'SYSTEM', 'CLI'], own: ['DEVELOPER'], key: true },
  'run.start': { yes: ['RESPONDER', 'SYSTEM', 'CLI'], key: true },
  'run.begin': { yes: ['RESPONDER', 'SYSTEM', 'CLI'], key: true },
  'run.confirmStep': { yes: ['RESPONDER', 'SYSTEM'], key: true },
  'run.approveStep': { yes: ['MANAGER'] },
  'run.retryStep': { yes: ['RESPONDER'], key: true },
  'run.skipStep': { yes: ['RESPONDER'], key: true },
  'run.decideStep': { yes: ['RESPONDER'] },
  'run.pause': { yes: ['RESPONDER', 'CLI'], key: true },
  'run.resume': { yes: ['RESPONDER'], key: true },
  'run.abort': { yes: ['RESPONDER', 'SYSTEM', 'CLI'], key: true },
  'run.chooseSnapshot': { yes: ['RESPONDER', 'SYSTEM', 'CLI'], key: true },
  'run.setConsent': { yes: ['RESPONDER'] },
  'run.takeOver': { yes: ['RESPONDER'] },
  'run.callBack': { yes: ['CALLBACK'] },
});
