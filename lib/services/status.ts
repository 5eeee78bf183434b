import type { Db } from '@/lib/database/db';
import { type ServiceStatus, worstStatus } from './schema';

export interface CurrentStatus {
  status: ServiceStatus;
  /** Since when the worst open interval holds; null while the service works. */
  since: Date | null;
  openIncidents: { ref: string; title: string; visibility: 'PUBLIC' | 'INTERNAL' }[];
}

/** What a service without an open interval is. */
export const working: CurrentStatus = { status: 'OPERATIONAL', since: null, openIncidents: [] };

/** The status of every service now: its worst open interval. By service id. */
export async function currentStatuses(database: Db, onlyPublic = false): Promise<Map<string, CurrentStatus>> {
  const intervals = await database.incidentService.findMany({
    where: { endsAt: null, ...(onlyPublic ? { incident: { visibility: 'PUBLIC' } } : {}) },
    select: {
      serviceId: true,
      status: true,
      startsAt: true,
      incident: { select: { ref: true, title: true, visibility: true } },
    },
    orderBy: { startsAt: 'asc' },
  });
  const statuses = new Map<string, CurrentStatus>();
  for (const interval of intervals) {
    const before = statuses.get(interval.serviceId) ?? working;
    const status = worstStatus([before.status, interval.status]);
    statuses.set(interval.serviceId, {
      status,
      since: status === before.status && before.since ? before.since : interval.startsAt,
      openIncidents: [...before.openIncidents, interval.incident],
    });
  }
  return statuses;
}
