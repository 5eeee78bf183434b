import type { listIncidentsInput } from '@/lib/incidents/schema';
import type { ListFilter } from '@/lib/platform/rules/address';
import { type Severity, severities } from '@/lib/severity/schema';

export type IncidentFilter = ListFilter<typeof listIncidentsInput>;

/** Switches one severity on or off; all four are the same as none. */
export function toggleSeverity(chosen: string, severity: Severity): string {
  const list = chosen.split(',').filter(Boolean);
  const next = severities.filter((one) => list.includes(one) !== (one === severity));
  return next.length === severities.length ? '' : next.join(',');
}

/** Whether anything besides the scope narrows the list. */
export function isNarrowed({ severity, service, text }: IncidentFilter): boolean {
  return Boolean(severity || service || text);
}
