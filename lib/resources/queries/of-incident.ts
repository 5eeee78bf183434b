import { isOwnIncident } from '@/lib/incidents/ownership';
import { incidentPolicy } from '@/lib/incidents/policy';
import { incidents } from '@/lib/incidents/subject';
import { allowed, permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { resourcePolicy } from '@/lib/resources/policy';
import type { IncidentAllocationsView } from '@/lib/resources/queries/views';
import { incidentAllocationsInput } from '@/lib/resources/schema';
import { allocationSelect, allocationView } from './allocation-view';
import { bookableResources } from './bookable-resources';
import { suggestionsFor } from './suggestions';
import { incidentAllocationsViewSchema } from './views';

/** Who and what is on an incident, with whom it may be worth asking besides. */
export const incidentAllocations = query({
  name: 'incident.allocations',
  input: incidentAllocationsInput,
  answer: incidentAllocationsViewSchema,
  load: (db, { ref }) => incidents.read(db, ref, { id: true, stage: true }),
  allow: permit(incidentPolicy, 'incident.read', isOwnIncident),
  run: async ({ db, subject, ctx }): Promise<IncidentAllocationsView> => {
    const now = ctx.now ?? new Date();
    const rows = await db.allocation.findMany({
      where: { incidentId: subject.id },
      select: allocationSelect,
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    });
    const allocations = rows.map((row) => allocationView(row, ctx.actor, now));
    const mayAsk = allowed(resourcePolicy['allocation.request'], ctx.actor, false);
    if (!mayAsk || subject.stage === 'CLOSED') {
      return { allocations, suggestions: [], choices: [], now: now.toISOString() };
    }
    const resources = await bookableResources(db, now);
    return {
      allocations,
      suggestions: await suggestionsFor(db, { incidentId: subject.id, resources, now }),
      choices: resources.map(({ id, kind, name, detail }) => ({ id, kind, name, detail })),
      now: now.toISOString(),
    };
  },
});
