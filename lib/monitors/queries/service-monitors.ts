import { z } from 'zod';
import type { Db } from '@/lib/database/db';
import { monitorPolicy } from '@/lib/monitors/policy';
import { monitorProbeSchema } from '@/lib/monitors/schema';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import type { Monitor } from '@/prisma/generated/client';
import {
  type MonitorResultView,
  type MonitorView,
  type ServiceMonitors,
  serviceMonitorsSchema,
} from './views';

const shownResults = 30;

interface ResultRow {
  monitorId: string;
  at: Date;
  ok: boolean;
  totalMs: number;
  sentence: string | null;
  unclear: boolean;
}

/** The newest probes of each monitor, newest first. */
async function newestResults(db: Db, ids: string[]): Promise<Map<string, ResultRow[]>> {
  const rows = await db.$queryRaw<ResultRow[]>`
    select r.monitor_id as "monitorId", r.at, r.ok, r.total_ms as "totalMs", r.sentence, r.unclear
    from unnest(${ids}::uuid[]) as m(id)
    cross join lateral (select * from probe_result p where p.monitor_id = m.id
      and p.at > now() - interval '3 days' order by p.at desc limit ${shownResults}) r
    order by r.at desc`;
  return Map.groupBy(rows, ({ monitorId }) => monitorId) as Map<string, ResultRow[]>;
}

interface DayRow {
  monitorId: string;
  day: string;
  total: number;
  failed: number;
}

/** Thirty days, of which today is summed up from what there is. */
async function lastDays(db: Db, ids: string[]): Promise<Map<string, DayRow[]>> {
  const rows = await db.$queryRaw<DayRow[]>`
    select monitor_id as "monitorId", to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD') as day, total, failed
    from probe_rollup where monitor_id = any(${ids}::uuid[]) and period = 'DAY'
      and starts_at > now() - interval '30 days'
    union all
    select monitor_id, to_char(now() at time zone 'UTC', 'YYYY-MM-DD'), count(*)::int,
      (count(*) filter (where not ok))::int
    from probe_result where monitor_id = any(${ids}::uuid[]) and not unclear and at >= date_trunc('day', now(), 'UTC')
    group by monitor_id
    order by 2`;
  return Map.groupBy(rows, ({ monitorId }) => monitorId) as Map<string, DayRow[]>;
}

const resultView = ({ at, ok, totalMs }: ResultRow): MonitorResultView => ({
  at: at.toISOString(),
  ok,
  totalMs,
});

function monitorView(monitor: Monitor, results: ResultRow[], days: DayRow[]): MonitorView {
  const newest = results[0];
  return {
    id: monitor.id,
    name: monitor.name,
    probe: monitorProbeSchema.parse(monitor.config),
    intervalSeconds: monitor.intervalSeconds,
    confirmations: monitor.confirmations,
    raisesReports: monitor.raisesReports,
    state: monitor.state,
    stateSince: monitor.stateSince?.toISOString() ?? null,
    paused: monitor.pausedAt !== null,
    version: monitor.version,
    last: newest ? { ...resultView(newest), sentence: newest.sentence } : null,
    results: results
      .filter(({ unclear }) => !unclear)
      .map(resultView)
      .reverse(),
    days: days.map(({ day, total, failed }) => ({ day, total, failed })),
  };
}

/** The monitors of a service with what they saw, those that are down first. */
export const serviceMonitors = query({
  name: 'monitor.ofService',
  input: z.object({ service: z.string().max(80) }),
  answer: serviceMonitorsSchema,
  load: async (db, { service: slug }) => {
    const service = await db.service.findUnique({ where: { slug }, select: { id: true } });
    if (!service) throw new AppError('not_found', 'There is no service at this address.');
    return service;
  },
  allow: permit(monitorPolicy, 'monitor.read'),
  run: async ({ db, subject }): Promise<ServiceMonitors> => {
    const monitors = await db.monitor.findMany({
      where: { serviceId: subject.id, archivedAt: null },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: 100,
    });
    const ids = monitors.map(({ id }) => id);
    const [results, days] = await Promise.all([newestResults(db, ids), lastDays(db, ids)]);
    const views = monitors.map((monitor) =>
      monitorView(monitor, results.get(monitor.id) ?? [], days.get(monitor.id) ?? []),
    );
    const rank = ({ state, paused }: MonitorView): number => (paused ? 2 : state === 'DOWN' ? 0 : 1);
    return { monitors: views.sort((one, other) => rank(one) - rank(other)) };
  },
});
