import type { IncidentView } from '@/lib/incidents/queries/views';

/** What every form about an incident has in common, for `useAct`. */
export function formOnIncident({ version }: IncidentView) {
  return { touches: ['incident', 'home'], version, form: 'opened' } as const;
}
