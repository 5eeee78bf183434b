import type { Tx } from '@/lib/database/db';
import { incidentServiceChanged } from '@/lib/incidents/events';
import { AppError } from '@/lib/platform/errors';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { isolated } from '@/lib/platform/rules/isolate';
import { holdServices, openInterval } from './status-intervals';

interface Reopening {
  incidentId: string;
  memberId: string | null;
  noteId: string;
  now: Date;
}

/** @throws AppError `precondition` when one was archived since: nobody outside would see what is open again */
async function assertInUse(tx: Tx, ids: string[]): Promise<void> {
  await holdServices(tx, ids);
  const archived = await tx.service.findFirst({
    where: { id: { in: ids }, archivedAt: { not: null } },
    orderBy: { name: 'asc' },
    select: { name: true },
  });
  if (!archived) return;
  const what = `${isolated(archived.name)} was archived since, so nobody would see that it is affected again.`;
  throw new AppError(
    'precondition',
    `${what} Bring it back first, or declare a new incident on what is affected and link it to this one.`,
  );
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
  await assertInUse(
    tx,
    last.map(({ serviceId }) => serviceId),
  );
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
