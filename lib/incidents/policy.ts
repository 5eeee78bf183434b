import { policy } from '@/lib/platform/policy';

/** An incident is own to the developers of its services, and to those who are allocated to it. */
export const incidentPolicy = policy({
  'incident.declare': { yes: ['RESPONDER', 'MANAGER', 'CLI'], key: true },
  'incident.read': {
    yes: ['RESPONDER', 'MANAGER', 'ADMIN', 'SYSTEM', 'CLI'],
    own: ['DEVELOPER'],
    key: true,
  },
  'incident.list': { yes: ['RESPONDER', 'MANAGER', 'ADMIN', 'CLI'], own: ['DEVELOPER'], key: true },
  'incident.note': { yes: ['RESPONDER', 'MANAGER'], own: ['DEVELOPER'], key: true },
  'incident.advance': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'incident.regrade': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'incident.resolve': { yes: ['RESPONDER', 'MANAGER', 'CLI'], key: true },
  'incident.close': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'incident.reopen': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'incident.assignRole': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'incident.endRole': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'incident.promise': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'incident.setServiceStatus': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'incident.addService': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'incident.removeService': { yes: ['RESPONDER', 'MANAGER'], key: true },
  'incident.setVisibility': { yes: ['RESPONDER', 'MANAGER'], key: true },
});
