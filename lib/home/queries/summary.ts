import { z } from 'zod';
import { checkPolicy } from '@/lib/checks/policy';
import { findingList } from '@/lib/checks/queries/finding-list';
import { instantOn, localDate } from '@/lib/clocks/rules/office-time';
import type { Db } from '@/lib/database/db';
import { ownIncidents } from '@/lib/incidents/ownership';
import { incidentPolicy } from '@/lib/incidents/policy';
import { incidentList } from '@/lib/incidents/queries/list';
import type { IncidentRow } from '@/lib/incidents/queries/views';
import type { Context } from '@/lib/platform/context';
import { allowed, permitList } from '@/lib/platform/policy';
import { listQuery } from '@/lib/platform/query';
import { reportPolicy } from '@/lib/reports/policy';
import { currentSettings } from '@/lib/settings/in-force';
import { triageQueue } from '@/lib/triage/queries/queue';
import type { Prisma } from '@/prisma/generated/client';
import { recentActivity } from './activity';
import { type HomeSummary, homeSummarySchema } from './summary-views';

const shownWaiting = 6;
const dueWithin = 60 * 60_000;

/** The console's first page: what is open, what was promised, what waits, and what happened last. */
export const homeSummary = listQuery({
  name: 'home.summary',
  input: z.object({}),
  answer: homeSummarySchema,
  allow: permitList(incidentPolicy, 'incident.list', ownIncidents),
  run: async (visible, { db, ctx }): Promise<HomeSummary> => {
    const now = ctx.now ?? new Date();
    const { rows, open } = await everyOpenIncident(ctx);
    const perHour = await reportsPerHour(db, now);
    return {
      now: now.toISOString(),
      open: rows,
      bySeverity: open,
      waiting: await waiting(ctx),
      due: promisesDue(rows, now),
      findings: allowed(checkPolicy['finding.list'], ctx.actor, true)
        ? (await findingList(ctx, {})).items
        : [],
      activity: await recentActivity(db, visible),
      reportsPerHour: perHour,
      reportsToday: perHour.reduce((sum, hour) => sum + hour.joined + hour.other, 0),
      lastClosed: await lastClosed(db, visible),
    };
  },
});

/** All of them, because none may be late unseen. */
async function everyOpenIncident(
  ctx: Context,
): Promise<{ rows: IncidentRow[]; open: HomeSummary['bySeverity'] }> {
  const rows: IncidentRow[] = [];
  for (let after: string | undefined; ; ) {
    const page = await incidentList(ctx, { scope: 'open', limit: 100, after });
    rows.push(...page.rows);
    if (!page.next) return { rows, open: page.open };
    after = page.next;
  }
}

async function waiting(ctx: Context): Promise<HomeSummary['waiting']> {
  if (!allowed(reportPolicy['triage.read'], ctx.actor, false)) return null;
  const { waiting: count, oldestAt, rows } = await triageQueue(ctx, { limit: shownWaiting });
  return { count, oldestAt, rows };
}

function promisesDue(rows: IncidentRow[], now: Date): HomeSummary['due'] {
  const until = new Date(now.getTime() + dueWithin).toISOString();
  return rows
    .flatMap(({ ref, title, severity, promise }) =>
      promise && promise.dueAt <= until
        ? [{ ref, title, severity, dueAt: promise.dueAt, missed: promise.missed }]
        : [],
    )
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
}

/** Counted in whole hours from the organisation's midnight, so that a day of 23 or 25 hours is right too. */
async function reportsPerHour(db: Db, now: Date): Promise<HomeSummary['reportsPerHour']> {
  const { zone } = (await currentSettings()).organisation;
  const midnight = instantOn(localDate(now, zone), '00:00', zone);
  const counts = await db.$queryRaw<{ hour: number; joined: bigint; other: bigint }[]>`
    select floor(extract(epoch from received_at - ${midnight}::timestamptz) / 3600)::int as hour,
      count(*) filter (where incident_id is not null) as joined,
      count(*) filter (where incident_id is null) as other
    from report
    where created_at >= ${midnight}::timestamptz and received_at >= ${midnight}::timestamptz and held_at is null
    group by 1`;
  const hours = Math.floor((now.getTime() - midnight.getTime()) / 3_600_000) + 1;
  return Array.from({ length: hours }, (_, index) => {
    const count = counts.find(({ hour }) => hour === index);
    return {
      hour: new Date(midnight.getTime() + index * 3_600_000).toISOString(),
      joined: Number(count?.joined ?? 0),
      other: Number(count?.other ?? 0),
    };
  });
}

async function lastClosed(db: Db, visible: Prisma.IncidentWhereInput): Promise<HomeSummary['lastClosed']> {
  const row = await db.incident.findFirst({
    where: { AND: [visible, { stage: 'CLOSED' }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { ref: true, title: true, startedAt: true, resolvedAt: true, closedAt: true },
  });
  if (!row?.resolvedAt || !row.closedAt) return null;
  return {
    ref: row.ref,
    title: row.title,
    startedAt: row.startedAt.toISOString(),
    resolvedAt: row.resolvedAt.toISOString(),
    closedAt: row.closedAt.toISOString(),
  };
}
