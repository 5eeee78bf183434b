import { z } from 'zod';
import type { Db } from '@/lib/database/db';
import { clockViews, restoreView } from '@/lib/incidents/clocks/clock-views';
import { isOwnIncident } from '@/lib/incidents/ownership';
import { type IncidentAct, incidentActStages, incidentActs, incidentPolicy } from '@/lib/incidents/policy';
import type { IncidentView } from '@/lib/incidents/queries/views';
import { incidentRefSchema } from '@/lib/incidents/schema';
import { incidents } from '@/lib/incidents/subject';
import { holderView } from '@/lib/platform/answers/view';
import type { Actor, Context } from '@/lib/platform/context';
import { actsOf, permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { reportPolicy } from '@/lib/reports/policy';
import { reportSummary } from '@/lib/reports/rules/summary';
import { updatePolicy } from '@/lib/updates/policy';
import { updateSelect, updateViews } from '@/lib/updates/queries/update-views';
import type { Prisma } from '@/prisma/generated/client';
import { incidentRow, rowSelect, servicesNow } from './rows';
import { stageSteps } from './stage-steps';
import { incidentViewSchema } from './views';

const person = { select: { id: true, name: true } } as const;
const other = { select: { ref: true, title: true } } as const;
const shownUpdates = 50;
const shownReports = 5;

const viewSelect = {
  ...rowSelect,
  mitigatedAt: true,
  firstUpdateAt: true,
  restoreTargetAt: true,
  restoreTargetMinutes: true,
  rtoAt: true,
  rtoMinutes: true,
  rtoServiceId: true,
  settingsVersion: true,
  causeKind: true,
  causeReason: true,
  previousIncident: other,
  nextIncidents: { ...other, orderBy: { number: 'asc' }, take: 20 },
  roles: {
    where: { endsAt: null },
    orderBy: [{ kind: 'asc' }, { startsAt: 'asc' }],
    select: { kind: true, startsAt: true, member: { select: { ...person.select, disabledAt: true } } },
  },
  services: {
    orderBy: { startsAt: 'asc' },
    select: {
      status: true,
      startsAt: true,
      endsAt: true,
      reason: true,
      service: { select: { id: true, slug: true, name: true } },
    },
  },
  clocks: { orderBy: { startedAt: 'asc' } },
  updates: { orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }], take: shownUpdates, select: updateSelect },
} satisfies Prisma.IncidentSelect;

type ViewRow = Prisma.IncidentGetPayload<{ select: typeof viewSelect }>;

async function reportsOf(db: Db, incidentId: string): Promise<IncidentView['reports']> {
  const states = await db.report.groupBy({
    by: ['state'],
    where: { incidentId },
    _count: { _all: true },
  });
  const latest = await db.report.findMany({
    where: { incidentId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: shownReports,
    select: {
      id: true,
      ref: true,
      title: true,
      description: true,
      reporterName: true,
      receivedAt: true,
      state: true,
    },
  });
  // A reporter who was asked and is being worked on again has said that it does not work.
  const back = await db.report.count({ where: { incidentId, state: 'LINKED', fixedAskedAt: { not: null } } });
  const count = (state: string) => states.find((row) => row.state === state)?._count._all ?? 0;
  return {
    count: states.reduce((sum, row) => sum + row._count._all, 0),
    asked: count('FIXED_ASKED'),
    confirmed: count('CONFIRMED'),
    stillBroken: count('STILL_BROKEN') + back,
    latest: latest.map(({ title, description, receivedAt, ...report }) => ({
      ...report,
      summary: reportSummary({ title, description }),
      receivedAt: receivedAt.toISOString(),
    })),
  };
}

/** How many checks came to something, or were skipped on purpose, out of how many. */
async function checksOf(db: Db, incidentId: string): Promise<IncidentView['counts']['checks']> {
  const states = await db.check.groupBy({ by: ['state'], where: { incidentId }, _count: { _all: true } });
  const sum = (waiting: boolean) =>
    states
      .filter(({ state }) => (state === 'PENDING' || state === 'RUNNING') === waiting)
      .reduce((all, row) => all + row._count._all, 0);
  const checked = sum(false);
  return { checked, total: checked + sum(true) };
}

/** How many people, teams and things are booked for it now. */
async function resourcesOn(db: Db, incidentId: string): Promise<number> {
  const rows = await db.allocation.findMany({
    where: { incidentId, state: { in: ['REQUESTED', 'ACCEPTED', 'ACTIVE'] } },
    distinct: ['resourceId'],
    select: { id: true },
  });
  return rows.length;
}

async function actsOn(db: Db, row: ViewRow, actor: Actor): Promise<IncidentAct[]> {
  const open = incidentActs.filter((act) => incidentActStages[act].some((stage) => stage === row.stage));
  const rows = { ...incidentPolicy, ...updatePolicy, ...reportPolicy };
  return actsOf(rows, open, actor, await isOwnIncident(actor, row, db));
}

async function incidentView(
  db: Db,
  row: ViewRow,
  { actor, now = new Date() }: Context,
): Promise<IncidentView> {
  const manager = row.roles.find((role) => role.kind === 'MANAGER');
  const reports = await reportsOf(db, row.id);
  return {
    ...incidentRow({ ...row, roles: manager ? [manager] : [] }, reports.count, now),
    mitigatedAt: row.mitigatedAt?.toISOString() ?? null,
    firstUpdateAt: row.firstUpdateAt?.toISOString() ?? null,
    stages: await stageSteps(db, row),
    services: servicesNow(row.services).map(({ service, status, startsAt, endsAt, reason }) => ({
      ...service,
      status: endsAt ? 'OPERATIONAL' : status,
      since: (endsAt ?? startsAt).toISOString(),
      chosen: reason !== null,
      reason,
    })),
    roles: row.roles.map(({ kind, member, startsAt }) => ({
      role: kind,
      member: holderView(member),
      since: startsAt.toISOString(),
    })),
    clocks: clockViews(row.clocks, now),
    restore: await restoreView(db, row),
    reports,
    updates: await updateViews(db, row.updates),
    counts: {
      timeline: await db.eventSubject.count({ where: { kind: 'incident', subjectId: row.id } }),
      updates: await db.update.count({ where: { incidentId: row.id } }),
      notes: await db.incidentNote.count({ where: { incidentId: row.id } }),
      reports: reports.count,
      resources: await resourcesOn(db, row.id),
      checks: await checksOf(db, row.id),
    },
    previous: row.previousIncident,
    following: row.nextIncidents,
    settingsVersion: row.settingsVersion,
    cause: row.causeKind ? { kind: row.causeKind, because: row.causeReason } : null,
    acts: await actsOn(db, row, actor),
  };
}

/** Everything that the incident's page shows around its timeline. */
export const incidentRead = query({
  name: 'incident.read',
  input: z.object({ ref: incidentRefSchema }),
  answer: incidentViewSchema,
  load: (db, { ref }) => incidents.read(db, ref, viewSelect),
  allow: permit(incidentPolicy, 'incident.read', isOwnIncident),
  run: async ({ db, subject, ctx }) => await incidentView(db, subject, ctx),
});
