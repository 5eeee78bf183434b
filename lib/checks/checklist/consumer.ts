import { checklistCreated } from '@/lib/checks/events';
import type { Tx } from '@/lib/database/db';
import { incidentAdvanced, incidentReopened, incidentServiceChanged } from '@/lib/incidents/events';
import { isOpenIncident } from '@/lib/incidents/lifecycle';
import type { IncidentStage } from '@/lib/incidents/schema';
import { databaseNow } from '@/lib/platform/command';
import { systemContext } from '@/lib/platform/context';
import type { Consumer } from '@/lib/platform/events/consumers';
import type { StoredEvent } from '@/lib/platform/events/event-type';
import { recordEvents } from '@/lib/platform/events/record-events';
import { createChecks } from './create-checks';

const investigated: readonly IncidentStage[] = ['INVESTIGATING', 'ACTING'];

interface Due {
  incidentId: string;
  /** One service that came later; null for all that are on the incident. */
  serviceId: string | null;
}

function dueBy(event: StoredEvent): Due | null {
  const moved = incidentAdvanced.read(event) ?? incidentReopened.read(event);
  if (moved)
    return investigated.includes(moved.to) ? { incidentId: moved.incidentId, serviceId: null } : null;
  const changed = incidentServiceChanged.read(event);
  if (!changed || changed.from !== null || changed.to === null) return null;
  return { incidentId: changed.incidentId, serviceId: changed.serviceId };
}

async function createChecklist(tx: Tx, due: Due, event: StoredEvent): Promise<void> {
  // A checklist that somebody creates by hand at the same time takes its turn.
  await tx.$queryRaw`select 1 from incident where id = ${due.incidentId}::uuid for no key update`;
  const incident = await tx.incident.findUnique({
    where: { id: due.incidentId },
    select: {
      stage: true,
      services: { where: { endsAt: null }, select: { serviceId: true } },
      _count: { select: { checks: true } },
    },
  });
  if (!incident || !isOpenIncident(incident.stage)) return;
  // A service that is added before anybody investigates comes with the others, when they are created.
  if (due.serviceId !== null && incident._count.checks === 0 && !investigated.includes(incident.stage))
    return;
  const serviceIds = due.serviceId ? [due.serviceId] : incident.services.map((one) => one.serviceId);
  const now = await databaseNow(tx);
  const { total, automated } = await createChecks(tx, due.incidentId, serviceIds, now);
  if (total === 0) return;
  const ctx = systemContext('checks', { mode: event.mode });
  await recordEvents(tx, ctx, now, [checklistCreated({ ...due, total, automated })]);
}

/**
 * Creates the checklist when people begin to investigate, and that of a service when it is added. An incident whose
 * investigation was skipped gets it when it is acted on: what nobody looked at stays to be seen.
 */
export const checklistConsumer: Consumer = {
  name: 'checks',
  handle: async (tx, event) => {
    const due = dueBy(event);
    if (due) await createChecklist(tx, due, event);
  },
};
