import { holderView } from '@/lib/platform/answers/view';
import type { Prisma } from '@/prisma/generated/client';
import type { IncidentRow, PromiseView } from './views';

const person = { select: { id: true, name: true, disabledAt: true } } as const;

export const rowSelect = {
  id: true,
  ref: true,
  title: true,
  severity: true,
  stage: true,
  visibility: true,
  version: true,
  startedAt: true,
  declaredAt: true,
  resolvedAt: true,
  closedAt: true,
  createdAt: true,
  roles: { where: { kind: 'MANAGER', endsAt: null }, select: { member: person }, take: 1 },
  services: {
    orderBy: { startsAt: 'asc' },
    select: {
      status: true,
      endsAt: true,
      service: { select: { id: true, slug: true, name: true } },
    },
  },
  promises: {
    where: { settledAt: null },
    orderBy: { madeAt: 'desc' },
    take: 1,
    select: { madeAt: true, dueAt: true, zone: true, missedAt: true },
  },
} satisfies Prisma.IncidentSelect;

type Row = Prisma.IncidentGetPayload<{ select: typeof rowSelect }>;
type Interval = Row['services'][number];

/** The promise that waits for its update; one whose time has passed is missed, seen by the watcher or not yet. */
function promiseView(promise: Row['promises'][number] | undefined, now: Date): PromiseView | null {
  if (!promise) return null;
  return {
    madeAt: promise.madeAt.toISOString(),
    dueAt: promise.dueAt.toISOString(),
    zone: promise.zone,
    missed: promise.missedAt !== null || promise.dueAt < now,
  };
}

/** The services that are on an incident; once it is over, all that were, as they were last. */
export function servicesNow<I extends Interval>(intervals: I[]): I[] {
  const open = intervals.filter((interval) => interval.endsAt === null);
  if (open.length > 0) return open;
  return [...new Map(intervals.map((interval) => [interval.service.id, interval])).values()];
}

export function incidentRow(row: Row, reportCount: number, now: Date): IncidentRow {
  const manager = row.roles[0]?.member;
  return {
    id: row.id,
    ref: row.ref,
    title: row.title,
    severity: row.severity,
    stage: row.stage,
    visibility: row.visibility,
    version: row.version,
    startedAt: row.startedAt.toISOString(),
    declaredAt: row.declaredAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    manager: manager ? holderView(manager) : null,
    services: servicesNow(row.services).map(({ service, status, endsAt }) => ({
      ...service,
      status: endsAt ? 'OPERATIONAL' : status,
    })),
    reportCount,
    promise: promiseView(row.promises[0], now),
  };
}
