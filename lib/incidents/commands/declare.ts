import { incidentPolicy } from '@/lib/incidents/policy';
import { incidentActViewSchema } from '@/lib/incidents/queries/views';
import { declareInput } from '@/lib/incidents/schema';
import { lockWaitingReport } from '@/lib/incidents/triage/lock-report';
import { startIncident } from '@/lib/incidents/triage/start-incident';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/**
 * Declares an incident, from a report that waits for triage or from scratch, with its services, its manager, its
 * clocks, the promise of the next update and, when given, the first update: all or nothing.
 * @returns `IncidentActView`
 */
export const declareIncident = command({
  name: 'incident.declare',
  input: declareInput,
  answer: incidentActViewSchema,
  load: async (tx, input) =>
    input.report
      ? await lockWaitingReport(tx, { ref: input.report.id, version: input.report.version })
      : null,
  allow: permit(incidentPolicy, 'incident.declare'),
  run: startIncident,
});
