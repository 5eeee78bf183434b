import { type Db, db } from '@/lib/database/db';
import { settings } from '@/lib/platform/env';
import { settingsInForce } from '@/lib/settings/in-force';
import { renderMarkdown } from '@/lib/status/render/markdown';
import {
  type PublicMaintenance,
  type PublicOrganisation,
  type PublicPastIncident,
  type PublicView,
  publicViewSchema,
} from '@/lib/status/rules/public-view';
import { monthKey } from '@/lib/status/rules/times';
import { oldestIncidentAt, pastIncidents, publicIncidents } from './incidents';
import { publicServices } from './services';

const day = 86_400_000;
/** As many as Atlassian Statuspage lists. */
const recentIncidents = 50;
const pastLimit = 500;

/** The database's clock: one for every process. */
export async function databaseNow(database: Db): Promise<Date> {
  const [row] = await database.$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`;
  return row?.now ?? new Date();
}

export async function publicOrganisation(): Promise<PublicOrganisation> {
  const { organisation } = (await settingsInForce()).settings;
  const { name, zone, deskPhone, deskHours } = organisation;
  return { name, zone, deskPhone: deskPhone || null, deskHours: deskHours || null };
}

async function publicMaintenance(database: Db, now: Date): Promise<PublicMaintenance[]> {
  const rows = await database.maintenance.findMany({
    where: { visibility: 'PUBLIC', endsAt: { gt: new Date(now.getTime() - 30 * day) } },
    select: {
      id: true,
      title: true,
      description: true,
      state: true,
      startsAt: true,
      endsAt: true,
      beganAt: true,
      endedAt: true,
      createdAt: true,
      services: {
        where: { service: { visibility: 'PUBLIC' } },
        select: { service: { select: { id: true, slug: true, name: true } } },
      },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 100,
  });
  return rows.map(({ description, services, startsAt, endsAt, beganAt, endedAt, createdAt, ...row }) => ({
    ...row,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    services: services.map(({ service }) => service),
    text: renderMarkdown(description),
    createdAt: createdAt.toISOString(),
    updatedAt: (endedAt ?? beganAt ?? createdAt).toISOString(),
  }));
}

/**
 * Drops the oldest month when the limit may have cut it, so that a page of the history is never half a month;
 * the archive makes such a page from the database when somebody asks.
 */
export function wholeMonths(past: PublicPastIncident[], limit: number, zone: string): PublicPastIncident[] {
  const last = past.at(-1);
  if (past.length < limit || !last) return past;
  const cut = monthKey(last.startedAt, zone);
  const whole = past.filter(({ startedAt }) => monthKey(startedAt, zone) !== cut);
  return whole.length > 0 ? whole : past;
}

/** Everything that is public at this moment, checked against the allow-list before anything is made from it. */
export async function loadPublicView(database: Db = db()): Promise<PublicView> {
  const now = await databaseNow(database);
  const organisation = await publicOrganisation();
  const [services, incidents, maintenance, past, oldest] = await Promise.all([
    publicServices(database, now, organisation.zone),
    publicIncidents(database, recentIncidents, now),
    publicMaintenance(database, now),
    pastIncidents(database, {
      from: new Date(now.getTime() - 366 * day),
      to: now,
      limit: pastLimit,
      endedOnly: true,
    }),
    oldestIncidentAt(database),
  ]);
  return publicViewSchema.parse({
    asOf: now.toISOString(),
    organisation,
    url: settings().url,
    services,
    incidents,
    maintenance,
    past: wholeMonths(past, pastLimit, organisation.zone),
    historyFrom: oldest?.toISOString() ?? null,
  });
}
