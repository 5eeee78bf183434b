import { type Db, db } from '@/lib/database/db';
import { settings } from '@/lib/platform/process/environment';
import { settingsInForce } from '@/lib/settings/in-force';
import {
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
async function databaseNow(database: Db): Promise<Date> {
  const [row] = await database.$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`;
  return row?.now ?? new Date();
}

export async function publicOrganisation(): Promise<PublicOrganisation> {
  const { organisation } = (await settingsInForce()).settings;
  const { name, zone, deskPhone, deskHours } = organisation;
  return { name, zone, deskPhone: deskPhone || null, deskHours: deskHours || null };
}

/**
 * Drops the oldest month when the limit may have cut it, so that a page of the history is never half a month;
 * the archive makes such a page from the database when somebody asks.
 */
function wholeMonths(past: PublicPastIncident[], limit: number, zone: string): PublicPastIncident[] {
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
  const [services, incidents, past, oldest] = await Promise.all([
    publicServices(database, now, organisation.zone),
    publicIncidents(database, recentIncidents, now),
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
    past: wholeMonths(past, pastLimit, organisation.zone),
    historyFrom: oldest?.toISOString() ?? null,
  });
}
