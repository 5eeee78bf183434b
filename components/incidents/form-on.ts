import type { IncidentView } from '@/lib/incidents/view-schema';

/** What every form about an incident has in common, for `useAct`. */
export function formOn({ version }: IncidentView) {
  return { touches: ['incident', 'home'], version, form: 'opened', prefix: 'act-' } as const;
}
