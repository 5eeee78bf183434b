import { z } from 'zod';
import { checkPolicy } from '@/lib/checks/policy';
import { findingList, isCritical } from '@/lib/checks/queries/finding-list';
import type { Db } from '@/lib/database/db';
import { homePolicy } from '@/lib/home/policy';
import { memberActsOf } from '@/lib/home/rules/member-acts';
import { ownIncidents } from '@/lib/incidents/ownership';
import { incidentPolicy } from '@/lib/incidents/policy';
import { memberPolicy } from '@/lib/members/policy';
import { daysAfter, keyWarningDays } from '@/lib/members/rules/key-end';
import { allowed, permitList } from '@/lib/platform/policy';
import { listQuery } from '@/lib/platform/query';
import { reportPolicy } from '@/lib/reports/policy';
import type { Prisma } from '@/prisma/generated/client';
import { concernViews } from './health';
import { type ConsoleFrame, consoleFrameSchema } from './views';

const chips = 8;

/** What stands around every page of the console: open incidents with their promises, and what waits to be read. */
export const consoleFrame = listQuery({
  name: 'home.frame',
  input: z.object({}),
  answer: consoleFrameSchema,
  allow: permitList(incidentPolicy, 'incident.list', ownIncidents),
  run: async (visible, { db, ctx }): Promise<ConsoleFrame> => ({
    ...(await openIncidents(db, visible)),
    waiting: allowed(reportPolicy['triage.read'], ctx.actor, false) ? await waitingReports(db) : null,
    undelivered: await db.delivery.count({ where: { state: 'DEAD' } }),
    ...(await blindness(db)),
    endingKeys: allowed(memberPolicy['key.list'], ctx.actor, false) ? await endingKeys(db) : null,
    concerns: allowed(homePolicy['health.read'], ctx.actor, false) ? await concernViews(db) : [],
    critical: allowed(checkPolicy['finding.list'], ctx.actor, true)
      ? (await findingList(ctx, {})).items.filter(isCritical)
      : [],
    acts: memberActsOf(ctx.actor),
  }),
});

/** Blind altogether, it need not be said in which parts as well. */
async function blindness(db: Db): Promise<Pick<ConsoleFrame, 'blindSince' | 'blindSense'>> {
  const rows = await db.blindness.findMany({
    where: { endsAt: null },
    select: { sense: true, startsAt: true },
    orderBy: { startsAt: 'asc' },
  });
  const open = rows.find(({ sense }) => sense === 'LINE') ?? rows[0];
  return { blindSince: open?.startsAt.toISOString() ?? null, blindSense: open?.sense ?? null };
}

async function endingKeys(db: Db): Promise<number> {
  const soon = daysAfter(new Date(), keyWarningDays);
  return await db.apiKey.count({ where: { revokedAt: null, expiresAt: { lte: soon } } });
}

async function waitingReports(db: Db): Promise<number> {
  return await db.report.count({ where: { state: 'NEW', heldAt: null } });
}

async function openIncidents(
  db: Db,
  visible: Prisma.IncidentWhereInput,
): Promise<Pick<ConsoleFrame, 'incidents' | 'open'>> {
  const where = { AND: [visible, { stage: { notIn: ['RESOLVED' as const, 'CLOSED' as const] } }] };
  const rows = await db.incident.findMany({
    where,
    select: {
      ref: true,
      title: true,
      severity: true,
      declaredAt: true,
      nextUpdateAt: true,
      services: { where: { endsAt: null }, select: { service: { select: { name: true } } }, take: 2 },
      promises: {
        where: { settledAt: null },
        select: { madeAt: true },
        orderBy: { madeAt: 'desc' },
        take: 1,
      },
    },
    // Enum values are ordered worst first.
    orderBy: [{ severity: 'asc' }, { nextUpdateAt: { sort: 'asc', nulls: 'last' } }],
    take: chips,
  });
  const incidents = rows.map((row) => ({
    ref: row.ref,
    title: row.title,
    name: row.services.length === 1 ? (row.services[0]?.service.name ?? row.title) : row.title,
    severity: row.severity,
    madeAt: (row.promises[0]?.madeAt ?? row.declaredAt).toISOString(),
    dueAt: row.nextUpdateAt?.toISOString() ?? null,
  }));
  return { incidents, open: await db.incident.count({ where }) };
}
