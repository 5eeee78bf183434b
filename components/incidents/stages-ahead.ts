import { type IncidentStage, incidentStages } from '@/lib/incidents/schema';

const working: readonly IncidentStage[] = ['TRIAGED', 'INVESTIGATING', 'ACTING', 'MONITORING'];

/** The stages that an incident may be moved to, short of the end; the next one first. */
export function stagesAhead(from: IncidentStage): IncidentStage[] {
  return working.filter((stage) => incidentStages.indexOf(stage) > incidentStages.indexOf(from));
}
