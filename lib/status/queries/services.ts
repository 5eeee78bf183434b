import type { Db } from '@/lib/database/db';
import { type ServiceStatus, worstStatus } from '@/lib/services/schema';
import type { PublicService } from '@/lib/status/rules/public-view';
import { type StatusInterval, uptimeOf } from '@/lib/status/rules/uptime';

const daysShown = 90;

interface Interval extends StatusInterval {
  serviceId: string;
}

/** What held a public service at a status in the days shown. */
async function intervalsSince(database: Db, since: Date): Promise<Interval[]> {
  const incidents = await database.incidentService.findMany({
    where: {
      OR: [{ endsAt: null }, { endsAt: { gt: since } }],
      incident: { visibility: 'PUBLIC' },
      service: { visibility: 'PUBLIC', archivedAt: null },
    },
    select: { serviceId: true, status: true, startsAt: true, endsAt: true },
  });
  return incidents.map(({ serviceId, status, startsAt, endsAt }) => ({
    serviceId,
    status,
    from: startsAt,
    to: endsAt,
  }));
}

/** The worst open interval, and since when there is one of that status. */
function stateOf(intervals: Interval[]): { status: ServiceStatus; since: Date | null } {
  const open = intervals.filter(({ to }) => to === null);
  const status = worstStatus(open.map((interval) => interval.status));
  const starts = open.filter((interval) => interval.status === status).map(({ from }) => from.getTime());
  return { status, since: starts.length > 0 ? new Date(Math.min(...starts)) : null };
}

function lastChange(intervals: Interval[], createdAt: Date): Date {
  const times = intervals.map(({ from, to }) => (to ?? from).getTime());
  return new Date(Math.max(createdAt.getTime(), ...times));
}

/** Every public service in the order of the catalogue, with its bars. */
export async function publicServices(database: Db, now: Date, zone: string): Promise<PublicService[]> {
  const since = new Date(now.getTime() - (daysShown + 1) * 86_400_000);
  const [rows, intervals] = await Promise.all([
    database.service.findMany({
      where: { visibility: 'PUBLIC', archivedAt: null },
      select: {
        id: true,
        slug: true,
        name: true,
        createdAt: true,
        group: { select: { name: true } },
        incidents: { select: { startsAt: true }, orderBy: { startsAt: 'asc' }, take: 1 },
      },
      orderBy: [{ group: { position: 'asc' } }, { position: 'asc' }, { name: 'asc' }],
    }),
    intervalsSince(database, since),
  ]);
  const byService = Map.groupBy(intervals, ({ serviceId }) => serviceId);
  return rows.map((row) => {
    const ofService = byService.get(row.id) ?? [];
    const current = stateOf(ofService);
    // An incident may be recorded with a begin before the service was entered: it was watched by then.
    const first = row.incidents[0]?.startsAt ?? row.createdAt;
    const watched = new Date(Math.min(first.getTime(), row.createdAt.getTime()));
    const { percent, days } = uptimeOf({ intervals: ofService, since: watched, now, zone, days: daysShown });
    return {
      id: row.id,
      slug: row.slug,
      name: row.name,
      group: row.group?.name ?? null,
      status: current.status,
      since: current.since?.toISOString() ?? null,
      uptime90: percent,
      days,
      createdAt: row.createdAt.toISOString(),
      updatedAt: lastChange(ofService, row.createdAt).toISOString(),
    };
  });
}
