import { incidentPolicy } from '@/lib/incidents/policy';
import { incidentActViewSchema } from '@/lib/incidents/queries/views';
import { declareInput } from '@/lib/incidents/schema';
import { startIncident } from '@/lib/incidents/triage/start-incident';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { reports } from '@/lib/reports/subject';

/**
 * Declares an incident, from a report that waits for triage or from scratch, with its services, its manager, its
 * clocks, the promise of the next update and, when given, the first update: all or nothing.
 * @returns `IncidentActView`
 */
export const declareIncident = command({
  input: declareInput,
  answer: incidentActViewSchema,
  load: async (tx, { report }) => (report ? await reports.lock(tx, report.id) : null),
  allow: permit(incidentPolicy, 'incident.declare'),
  run: startIncident,
});
