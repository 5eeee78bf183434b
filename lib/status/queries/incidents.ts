import type { Db } from '@/lib/database/db';
import { beginning } from '@/lib/platform/rules/graphemes';
import { renderMarkdown } from '@/lib/status/render/markdown';
import type { PublicRecovery } from '@/lib/status/rules/public-recovery';
import type { PublicIncident, PublicPastIncident, PublicUpdate } from '@/lib/status/rules/public-view';
import { withUnsaid } from '@/lib/status/rules/unsaid';
import { publicStageOf } from '@/lib/updates/rules/public-stage';
import type { Prisma } from '@/prisma/generated/client';
import { publicRecoveries } from './recoveries';

const over = ['RESOLVED', 'CLOSED'] as const;

/** Reports that stand for a person who has this problem. */
const counted = ['LINKED', 'FIXED_ASKED', 'CONFIRMED', 'STILL_BROKEN'] as const;

const revisions = {
  orderBy: { number: 'desc' },
  take: 1,
  select: { number: true, body: true, createdAt: true },
} as const;

const select = {
  id: true,
  ref: true,
  title: true,
  severity: true,
  stage: true,
  startedAt: true,
  declaredAt: true,
  resolvedAt: true,
  nextUpdateAt: true,
  services: {
    where: { service: { visibility: 'PUBLIC', archivedAt: null } },
    select: {
      status: true,
      startsAt: true,
      endsAt: true,
      service: { select: { id: true, slug: true, name: true, position: true } },
    },
    orderBy: { startsAt: 'asc' },
  },
  updates: {
    where: { audience: 'PUBLIC', retractedAt: null },
    select: { id: true, publishedAt: true, stage: true, revisions },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
  },
  promises: { where: { settledAt: null }, select: { madeAt: true }, orderBy: { madeAt: 'desc' }, take: 1 },
  _count: { select: { reports: { where: { state: { in: [...counted] } } } } },
} satisfies Prisma.IncidentSelect;

type Row = Prisma.IncidentGetPayload<{ select: typeof select }>;

function updatesOf(row: Row): PublicUpdate[] {
  return row.updates.flatMap(({ id, publishedAt, stage, revisions: [newest] }) =>
    newest
      ? [
          {
            id,
            at: publishedAt.toISOString(),
            stage: publicStageOf[stage ?? row.stage],
            text: renderMarkdown(newest.body),
            editedAt: newest.number > 1 ? newest.createdAt.toISOString() : null,
          },
        ]
      : [],
  );
}

/** Each service once: by its open interval, and as working again where that has ended. */
function servicesOf(row: Row): PublicIncident['services'] {
  const marks = new Map<string, PublicIncident['services'][number]>();
  for (const { status, endsAt, service } of row.services) {
    const { id, slug, name } = service;
    marks.set(id, { id, slug, name, status: endsAt ? 'OPERATIONAL' : status });
  }
  return [...marks.values()];
}

/** Over with the incident, except for one that brought the service back. */
function shownRecovery(recovery: PublicRecovery | undefined, open: boolean): PublicRecovery | undefined {
  return open || recovery?.state === 'DONE' ? recovery : undefined;
}

function view(row: Row, given: PublicRecovery | undefined): PublicIncident {
  const { id, declaredAt, resolvedAt } = row;
  const stage = publicStageOf[row.stage];
  const affectedSince = row.services.find(({ endsAt }) => !endsAt)?.startsAt ?? null;
  const updates = withUnsaid(updatesOf(row), { id, stage, declaredAt, resolvedAt, affectedSince });
  const open = stage !== 'RESOLVED';
  const latest = [row.declaredAt, row.resolvedAt].flatMap((at) => at?.toISOString() ?? []);
  const recovery = shownRecovery(given, open);
  const announced = recovery ? [recovery.changedAt] : [];
  const changed = [...latest, ...announced, ...updates.map(({ at, editedAt }) => editedAt ?? at)].sort();
  return {
    ref: row.ref,
    title: row.title,
    severity: row.severity,
    stage,
    startedAt: row.startedAt.toISOString(),
    resolvedAt: open ? null : (row.resolvedAt?.toISOString() ?? null),
    updatedAt: changed.at(-1) ?? row.startedAt.toISOString(),
    services: servicesOf(row),
    updates,
    nextUpdateAt: open ? (row.nextUpdateAt?.toISOString() ?? null) : null,
    promisedAt: row.promises[0]?.madeAt.toISOString() ?? null,
    reportCount: row._count.reports,
    ...(recovery ? { recovery } : {}),
  };
}

/** For so long everything that ended is among the current ones: whoever looks once a week misses no end. */
const endedDays = 14;

/** Those that are over: the last `recent`, and more where more ended of late. */
async function endedIncidents(database: Db, recent: number, now: Date): Promise<Row[]> {
  if (recent === 0) return [];
  const where = { visibility: 'PUBLIC', stage: { in: [...over] } } satisfies Prisma.IncidentWhereInput;
  const since = new Date(now.getTime() - endedDays * 86_400_000);
  const ofLate = await database.incident.count({ where: { ...where, resolvedAt: { gte: since } } });
  return await database.incident.findMany({
    where,
    select,
    orderBy: [{ resolvedAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
    take: Math.max(recent, ofLate),
  });
}

/** Every open public incident, however many, and those that ended last, `recent` at least. Newest first. */
export async function publicIncidents(
  database: Db,
  recent: number,
  now = new Date(),
): Promise<PublicIncident[]> {
  const [open, ended] = await Promise.all([
    database.incident.findMany({ where: { visibility: 'PUBLIC', stage: { notIn: [...over] } }, select }),
    endedIncidents(database, recent, now),
  ]);
  const rows = [...open, ...ended];
  const ids = rows.map(({ id }) => id);
  const recoveries = await publicRecoveries(database, ids, now);
  return rows
    .map((row) => view(row, recoveries.get(row.id)))
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt) || b.ref.localeCompare(a.ref));
}

/** One public incident by its reference, however old; null when there is none or it is not public. */
export async function publicIncident(database: Db, ref: string): Promise<PublicIncident | null> {
  const row = await database.incident.findFirst({ where: { ref, visibility: 'PUBLIC' }, select });
  if (!row) return null;
  const recoveries = await publicRecoveries(database, [row.id], new Date());
  return view(row, recoveries.get(row.id));
}

const pastSelect = {
  ref: true,
  title: true,
  severity: true,
  stage: true,
  startedAt: true,
  resolvedAt: true,
  services: {
    where: { service: { visibility: 'PUBLIC' } },
    select: { service: { select: { name: true } } },
    orderBy: { startsAt: 'asc' },
  },
  updates: {
    where: { audience: 'PUBLIC', retractedAt: null },
    select: { revisions },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: 1,
  },
} satisfies Prisma.IncidentSelect;

const summaryLength = 180;

/** The first sentences of a text, cut between words. */
function summaryOf(plain: string): string {
  const line = plain.replace(/\s+/g, ' ').trim();
  const cut = beginning(line, summaryLength);
  if (cut === line) return line;
  const sentence = cut.lastIndexOf('. ');
  if (sentence > 60) return cut.slice(0, sentence + 1);
  return `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}

/** Public incidents that began in [from, to), newest first; with `endedOnly` those that are over. */
export async function pastIncidents(
  database: Db,
  span: { from: Date; to: Date; limit: number; endedOnly?: boolean },
): Promise<PublicPastIncident[]> {
  const rows = await database.incident.findMany({
    where: {
      visibility: 'PUBLIC',
      startedAt: { gte: span.from, lt: span.to },
      ...(span.endedOnly ? { stage: { in: [...over] } } : {}),
    },
    select: pastSelect,
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: span.limit,
  });
  return rows.map((row) => {
    const body = row.updates[0]?.revisions[0]?.body;
    const ended = row.stage === 'RESOLVED' || row.stage === 'CLOSED';
    return {
      ref: row.ref,
      title: row.title,
      severity: row.severity,
      startedAt: row.startedAt.toISOString(),
      resolvedAt: ended ? (row.resolvedAt?.toISOString() ?? null) : null,
      services: [...new Set(row.services.map(({ service }) => service.name))],
      summary: body ? summaryOf(renderMarkdown(body).plain) : null,
    };
  });
}

/** When the oldest public incident began. */
export async function oldestIncidentAt(database: Db): Promise<Date | null> {
  const row = await database.incident.findFirst({
    where: { visibility: 'PUBLIC' },
    select: { startedAt: true },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
  });
  return row?.startedAt ?? null;
}
