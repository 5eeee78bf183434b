import type { Tx } from '@/lib/database/db';
import { incidentServiceChanged } from '@/lib/incidents/events';
import { notBefore } from '@/lib/incidents/rules/not-before';
import { AppError } from '@/lib/platform/errors';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { newId } from '@/lib/platform/ids';
import type { ServiceStatus } from '@/lib/services/schema';
import { defaultStatus, type Severity } from '@/lib/severity/schema';

interface Opening {
  incidentId: string;
  serviceId: string;
  status: ServiceStatus;
  /** Set when a person chose the status; it then no longer follows the severity. */
  reason: string | null;
  memberId: string | null;
  at: Date;
}

/** Opens the interval of a service on an incident. @returns its id */
export async function openInterval(tx: Tx, opening: Opening): Promise<string> {
  const id = newId();
  await tx.incidentService.create({
    data: {
      id,
      incidentId: opening.incidentId,
      serviceId: opening.serviceId,
      status: opening.status,
      startsAt: opening.at,
      reason: opening.reason,
      byId: opening.memberId,
    },
  });
  return id;
}

interface OpenInterval {
  id: string;
  serviceId: string;
  status: ServiceStatus;
  startsAt: Date;
  reason: string | null;
}

/** Ends an interval. One that is empty stays, so that the incident still names its service. */
export async function endInterval(tx: Tx, interval: OpenInterval, at: Date): Promise<void> {
  await tx.incidentService.update({ where: { id: interval.id }, data: { endsAt: at } });
}

/** Ends an interval that another follows, or that was a mistake. One that would be empty never was. */
export async function closeInterval(tx: Tx, interval: OpenInterval, at: Date): Promise<void> {
  if (interval.startsAt < at) await endInterval(tx, interval, at);
  else await tx.incidentService.delete({ where: { id: interval.id } });
}

export interface StatusChange {
  interval: OpenInterval;
  incidentId: string;
  status: ServiceStatus;
  reason: string | null;
  memberId: string | null;
  noteId: string | null;
  now: Date;
}

/** Closes the interval of a service and opens the next, in one instant. */
export async function changeStatus(tx: Tx, change: StatusChange): Promise<EventDraft> {
  const { interval, incidentId } = change;
  const at = notBefore(change.now, interval.startsAt);
  await closeInterval(tx, interval, at);
  const intervalId = await openInterval(tx, { ...change, serviceId: interval.serviceId, at });
  return incidentServiceChanged({
    incidentId,
    serviceId: interval.serviceId,
    intervalId,
    from: interval.status,
    to: change.status,
    chosen: change.reason !== null,
    noteId: change.noteId,
  });
}

interface Following {
  incidentId: string;
  intervals: OpenInterval[];
  severity: Severity;
  slow: boolean;
  memberId: string | null;
  now: Date;
}

/** Brings the services whose status no person chose to what the severity says. */
export async function followSeverity(tx: Tx, following: Following): Promise<EventDraft[]> {
  const status = defaultStatus(following.severity, { slow: following.slow });
  const drafts: EventDraft[] = [];
  for (const interval of following.intervals) {
    if (interval.reason !== null || interval.status === status) continue;
    drafts.push(await changeStatus(tx, { ...following, interval, status, reason: null, noteId: null }));
  }
  return drafts;
}

/** Holds services until the act is committed, so that none is archived meanwhile. */
export async function holdServices(tx: Tx, ids: string[]): Promise<void> {
  await tx.$queryRaw`select id from service where id = any(${ids}::uuid[]) order by id for share`;
}

/**
 * The services with these ids, held.
 * @throws AppError `not_found` when one of them does not exist or is archived
 */
export async function assertServices(tx: Tx, ids: string[]) {
  await holdServices(tx, ids);
  const rows = await tx.service.findMany({
    where: { id: { in: ids }, archivedAt: null },
    select: { id: true, name: true, visibility: true, rtoMinutes: true },
  });
  const missing = ids.find((id) => !rows.some((row) => row.id === id));
  if (missing)
    throw new AppError('not_found', 'One of the services does not exist or is archived. Choose again.');
  return rows;
}
