import type { Tx } from '@/lib/database/db';
import { incidentServiceChanged } from '@/lib/incidents/events';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { openInterval } from './status-intervals';

interface Reopening {
  incidentId: string;
  memberId: string | null;
  noteId: string;
  now: Date;
}

/** Gives every service that was on the incident to the end the status it had, from now on. */
export async function reopenServices(
  tx: Tx,
  { incidentId, memberId, noteId, now }: Reopening,
): Promise<EventDraft[]> {
  const incident = await tx.incident.findUniqueOrThrow({
    where: { id: incidentId },
    select: {
      resolvedAt: true,
      services: {
        orderBy: { startsAt: 'asc' },
        select: { serviceId: true, status: true, reason: true, endsAt: true },
      },
    },
  });
  const resolvedAt = incident.resolvedAt?.getTime();
  const last = incident.services.filter((interval) => interval.endsAt?.getTime() === resolvedAt);
  const drafts: EventDraft[] = [];
  for (const { serviceId, status, reason, endsAt } of last) {
    const at = endsAt && endsAt > now ? endsAt : now;
    const intervalId = await openInterval(tx, { incidentId, serviceId, status, reason, memberId, at });
    const chosen = reason !== null;
    drafts.push(
      incidentServiceChanged({ incidentId, serviceId, intervalId, from: null, to: status, chosen, noteId }),
    );
  }
  return drafts;
}
