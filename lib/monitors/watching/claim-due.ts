import { pool } from '@/lib/database/db';
import { monitorProbeSchema } from '@/lib/monitors/schema';
import type { NetworkProbe } from '@/lib/probes/rules/probe';

export interface DueProbe {
  monitorId: string;
  /** Of the monitor: what is seen of an older one does not count. */
  version: number;
  probe: NetworkProbe;
  /** Addresses of its name that were found silent. */
  doubted: string[];
  /** When it was due, and how many milliseconds later it was claimed. */
  dueAt: Date;
  lateMs: number;
}

interface Row {
  id: string;
  version: number;
  config: unknown;
  doubted: string[];
  dueAt: Date;
  lateMs: number;
}

// The next probe stays on the grid of the interval, however late this one is; probes that were missed are not made up
// for.
const claim = `
  with due as (
    select m.id, m.next_at from monitor m join service s on s.id = m.service_id
    where m.next_at <= now() and m.paused_at is null and m.archived_at is null and s.archived_at is null
    order by m.next_at limit $1 for update of m skip locked)
  update monitor m set next_at = due.next_at + make_interval(secs => m.interval_seconds *
    (floor(extract(epoch from now() - due.next_at) / m.interval_seconds) + 1))
  from due where m.id = due.id
  returning m.id, m.version, m.config, due.next_at as "dueAt",
    array(select f.address from finding f where f.monitor_id = m.id and f.settled_at is null) as doubted,
    (extract(epoch from now() - due.next_at) * 1000)::float8 as "lateMs"`;

/**
 * Takes probes that are due; each is given to one worker only. A worker that dies with one leaves a gap in the series
 * and nothing else.
 */
export async function claimDue(limit: number): Promise<DueProbe[]> {
  const { rows } = await pool().query<Row>({ name: 'claim-monitors', text: claim, values: [limit] });
  return rows.flatMap(({ id, version, config, ...due }) => {
    const probe = monitorProbeSchema.safeParse(config);
    return probe.success ? [{ monitorId: id, version, probe: probe.data, ...due }] : [];
  });
}

/** Milliseconds until the next probe is due, at most `atMost`. */
export async function untilNext(atMost: number): Promise<number> {
  const { rows } = await pool().query<{ ms: number | null }>({
    name: 'next-monitor',
    text: `select (extract(epoch from min(next_at) - now()) * 1000)::float8 as ms
      from monitor where paused_at is null and archived_at is null and next_at > now()`,
  });
  return Math.max(5, Math.min(atMost, rows[0]?.ms ?? atMost));
}
