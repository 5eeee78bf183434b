import { openStages } from '@/lib/incidents/lifecycle';
import { type IncidentStage, incidentStages } from '@/lib/incidents/schema';

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
