import { policy } from '@/lib/platform/policy';

/** An incident is own to the developers of its services, and to those who are allocated to it. */
export const incidentPolicy = policy({
  'incident.declare': { yes: ['RESPONDER', 'CLI'], key: true },
  'incident.read': {
    yes: ['RESPONDER', 'SYSTEM', 'CLI'],
    own: ['DEVELOPER'],
    key: true,
  },
  'incident.list': { yes: ['RESPONDER', 'CLI'], own: ['DEVELOPER'], key: true },
  'incident.addNote': { yes: ['RESPONDER'], own: ['DEVELOPER'], key: true },
  'incident.advance': { yes: ['RESPONDER'], key: true },
  'incident.regrade': { yes: ['RESPONDER'], key: true },
  'incident.resolve': { yes: ['RESPONDER', 'CLI'], key: true },
  'incident.close': { yes: ['RESPONDER'], key: true },
  'incident.reopen': { yes: ['RESPONDER'], key: true },
  'incident.assignRole': { yes: ['RESPONDER'], key: true },
  'incident.endRole': { yes: ['RESPONDER'], key: true },
  'incident.movePromise': { yes: ['RESPONDER'], key: true },
  'incident.setServiceStatus': { yes: ['RESPONDER'], key: true },
  'incident.addService': { yes: ['RESPONDER'], key: true },
  'incident.removeService': { yes: ['RESPONDER'], key: true },
  'incident.setVisibility': { yes: ['RESPONDER'], key: true },
});
