import { policy } from '@/lib/platform/policy';

/**
 * A check and a finding are own to those whose incident it is: developers of its services, and who is allocated. In the
 * list of findings those of their services are own to developers.
 */
export const checkPolicy = policy({
  'check.read': { yes: ['RESPONDER', 'SYSTEM', 'CLI'], own: ['DEVELOPER'], key: true },
  'check.createChecklist': { yes: ['RESPONDER'], own: ['DEVELOPER'], key: true },
  'check.add': { yes: ['RESPONDER'], own: ['DEVELOPER'], key: true },
  'check.run': { yes: ['RESPONDER'], own: ['DEVELOPER'], key: true },
  'check.record': { yes: ['RESPONDER'], own: ['DEVELOPER'], key: true },
  'check.skip': { yes: ['RESPONDER'], own: ['DEVELOPER'], key: true },
  'check.assign': { yes: ['RESPONDER'], own: ['DEVELOPER'], key: true },
  'finding.add': { yes: ['RESPONDER'], own: ['DEVELOPER'], key: true },
  'finding.settle': { yes: ['RESPONDER'], own: ['DEVELOPER'], key: true },
  'finding.list': { yes: ['RESPONDER', 'SYSTEM', 'CLI'], own: ['DEVELOPER'], key: true },
  'checkTemplate.list': { yes: ['DEVELOPER', 'RESPONDER', 'SYSTEM', 'CLI'], key: true },
  'checkTemplate.edit': { yes: ['MANAGER', 'CLI'], key: true },
});
