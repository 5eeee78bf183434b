import { type Db, db } from '@/lib/database/db';
import { readOr } from '@/lib/database/health/read-or';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { currentStatuses, working } from '@/lib/services/status';
import { publicIncidents } from '@/lib/status/queries/incidents';
import type { KnownIncident, ReportChoices } from '@/lib/tracking/queries/views';

const freshMs = 5_000;
const fewestRead = 3;

// The last known choices are shown while the database is away; one reading serves everybody who asks meanwhile.
const lastRead = oncePerProcess(
  'report choices',
  (): { last?: { at: number; choices: ReportChoices }; reading?: Promise<ReportChoices> | undefined } => ({}),
);

async function knownIncidents(database: Db): Promise<Map<string, KnownIncident>> {
  const known = new Map<string, KnownIncident>();
  const open = (await publicIncidents(database, 0)).filter((incident) => incident.resolvedAt === null);
  for (const { ref, title, startedAt, reportCount, nextUpdateAt, promisedAt, services } of open) {
    const promise = nextUpdateAt && promisedAt ? { madeAt: promisedAt, dueAt: nextUpdateAt } : null;
    for (const { id } of services) {
      // Sorted newest first: an older one on the same service gives way.
      if (!known.has(id)) known.set(id, { ref, title, since: startedAt, people: reportCount, promise });
    }
  }
  return known;
}

async function medianReadMinutes(database: Db): Promise<number | null> {
  const [row] = await database.$queryRaw<{ count: bigint; minutes: number | null }[]>`
    select count(*) as count, percentile_cont(0.5) within group
      (order by extract(epoch from acknowledged_at - received_at) / 60) as minutes
    from report where created_at > now() - interval '24 hours' and acknowledged_at >= received_at`;
  return row?.minutes != null && row.count >= fewestRead ? Math.max(1, Math.round(row.minutes)) : null;
}

async function readChoices(database: Db): Promise<ReportChoices> {
  const rows = await database.service.findMany({
    where: { visibility: 'PUBLIC', archivedAt: null },
    select: { id: true, slug: true, name: true, description: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  });
  const statuses = await currentStatuses(database, true);
  const known = await knownIncidents(database);
  return {
    services: rows.map(({ id, slug, name, description }) => ({
      slug,
      name,
      description,
      status: (statuses.get(id) ?? working).status,
      incident: known.get(id) ?? null,
    })),
    readMinutes: await medianReadMinutes(database),
  };
}

async function readAgain(): Promise<ReportChoices> {
  const held = lastRead();
  held.reading ??= readChoices(db()).finally(() => {
    held.reading = undefined;
  });
  const choices = await held.reading;
  held.last = { at: Date.now(), choices };
  return choices;
}

/** What the form offers: services with their state now, and the open incidents on them. Public facts only. */
export async function reportChoices(): Promise<ReportChoices> {
  const { last } = lastRead();
  if (last && Date.now() - last.at < freshMs) return last.choices;
  return await readOr(readAgain, () => last?.choices ?? { services: [], readMinutes: null });
}
