import { type IncidentStage, incidentStages } from '@/lib/incidents/schema';

/** The first report comes before them all; closing is not drawn. */
const stages = ['REPORTED', ...incidentStages.filter((stage) => stage !== 'CLOSED')] as const;

/** The way of an incident as six dots: behind it, where it is, and ahead. */
export function stageDots(stage: IncidentStage) {
  const here = stage === 'CLOSED' ? stages.length - 1 : stages.indexOf(stage);
  return {
    step: here + 1,
    of: stages.length,
    dots: stages.map((one, index) => ({
      stage: one,
      state: index < here ? 'd' : index === here ? 'c' : undefined,
    })),
  };
}
