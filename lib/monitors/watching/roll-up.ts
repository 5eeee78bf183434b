import { pool } from '@/lib/database/db';
import type { CronJob } from '@/lib/platform/jobs/job-queue';

/** Probes are kept one by one for so many days; after that, their hours and days remain. */
const retentionDays = 30;

// Periods that are over by now, from the newest one known on. The one known is made again: late probes may have come.
const rollUpPeriod = `
  insert into probe_rollup (monitor_id, period, starts_at, total, failed, p50_ms, p95_ms, max_ms)
  select monitor_id, $1::rollup_period, date_trunc($2, at, 'UTC'), count(*), count(*) filter (where not ok),
    percentile_disc(0.5) within group (order by total_ms) filter (where ok),
    percentile_disc(0.95) within group (order by total_ms) filter (where ok), max(total_ms) filter (where ok)
  from probe_result
  where not unclear and at < date_trunc($2, now(), 'UTC')
    and at >= coalesce((select max(starts_at) from probe_rollup where period = $1::rollup_period), '-infinity')
  group by 1, 3
  on conflict (monitor_id, period, starts_at) do update set total = excluded.total, failed = excluded.failed,
    p50_ms = excluded.p50_ms, p95_ms = excluded.p95_ms, max_ms = excluded.max_ms`;

/** Sums up hours or days that are over. Run again, it gives the same. @returns rows written */
export async function rollUp(period: 'HOUR' | 'DAY'): Promise<number> {
  const { rowCount } = await pool().query(rollUpPeriod, [period, period.toLowerCase()]);
  return rowCount ?? 0;
}

/** Drops the days of single probes that are summed up and old. @returns days dropped */
export async function dropOldResults(): Promise<number> {
  const { rows } = await pool().query<{ dropped: number }>(
    `select drop_probe_partitions((now() at time zone 'UTC')::date - $1::int) as dropped`,
    [retentionDays],
  );
  return rows[0]?.dropped ?? 0;
}

export const monitorCrons: CronJob[] = [
  { name: 'monitor-hours', cron: '4 * * * *', handle: async () => void (await rollUp('HOUR')) },
  {
    name: 'monitor-days',
    cron: '20 0 * * *',
    handle: async () => {
      await rollUp('HOUR');
      await rollUp('DAY');
      await dropOldResults();
    },
  },
];
