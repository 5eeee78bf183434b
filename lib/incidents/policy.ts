import { openStages } from '@/lib/incidents/lifecycle';
import { type IncidentStage, incidentStages } from '@/lib/incidents/schema';
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

const notClosed: readonly IncidentStage[] = [...openStages, 'RESOLVED'];

/** What a person does on the page of an incident, and the stages in which it is offered. */
export const incidentActStages = {
  'incident.addNote': incidentStages,
  'incident.advance': ['TRIAGED', 'INVESTIGATING', 'ACTING'],
  'incident.regrade': openStages,
  'incident.resolve': openStages,
  'incident.close': ['RESOLVED'],
  'incident.reopen': ['ACTING', 'MONITORING', 'RESOLVED'],
  'incident.assignRole': notClosed,
  'incident.endRole': notClosed,
  'incident.movePromise': openStages,
  'incident.setServiceStatus': openStages,
  'incident.addService': openStages,
  'incident.setVisibility': incidentStages,
  'update.publish': notClosed,
  'update.edit': incidentStages,
  'report.answer': incidentStages,
} as const satisfies Record<string, readonly IncidentStage[]>;
export type IncidentAct = keyof typeof incidentActStages;
export const incidentActs = Object.keys(incidentActStages) as IncidentAct[];
