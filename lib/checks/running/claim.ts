import { pool } from '@/lib/database/db';
import { type Probe, probeSchema } from '@/lib/probes/rules/probe';

/** A check that this process runs now. `startedAt` tells its claim from every other. */
export interface ClaimedCheck {
  id: string;
  incidentId: string;
  serviceId: string | null;
  serverId: string | null;
  name: string;
  serverName: string | null;
  /** Its server is a secondary, which takes no writes before it leads. */
  isCopy: boolean;
  probe: Probe;
  startedAt: Date;
}

/** A replay of a suite is given up after this. Seconds. */
export const replaySeconds = 120;

/** How long a check may be running until its worker counts as gone, in SQL: what it may take, and some more. */
const lease = `make_interval(secs => 15 + case c.probe_kind
  when 'KNOWN_GOOD' then ${replaySeconds}
  else coalesce((c.probe->>'timeoutMs')::int, 10000) / 1000.0 end)`;

const isDue = `c.probe_kind is not null and (c.state = 'PENDING'
  or (c.state = 'RUNNING' and (c.started_at is null or c.started_at + ${lease} < clock_timestamp())))`;

/**
 * Takes a check in hand, if it waits to run or its worker is gone: a probe only looks, so looking twice does no harm.
 * Its version stays: whoever skips a check that waits means one that runs as well.
 * @returns null when somebody else has it, or it is done or skipped
 */
export async function claimCheck(id: string): Promise<ClaimedCheck | null> {
  const { rows } = await pool().query(
    `update "check" c set state = 'RUNNING', finished_at = null,
       started_at = date_trunc('milliseconds', clock_timestamp())
     where c.id = $1 and ${isDue}
     returning c.id, c.incident_id, c.service_id, c.server_id, c.name, c.probe, c.started_at,
       (select s.name from server s where s.id = c.server_id) as server_name,
       exists (select from service_server l where l.server_id = c.server_id and l.role = 'SECONDARY') as is_copy`,
    [id],
  );
  const [row] = rows;
  if (!row) return null;
  return {
    id: row.id,
    incidentId: row.incident_id,
    serviceId: row.service_id,
    serverId: row.server_id,
    name: row.name,
    serverName: row.server_name,
    isCopy: row.is_copy,
    probe: probeSchema.parse(row.probe),
    startedAt: row.started_at,
  };
}

/** Checks that wait to run, or whose worker is gone. */
export async function dueChecks(limit = 500): Promise<string[]> {
  const { rows } = await pool().query(
    `select c.id from "check" c where c.state in ('PENDING', 'RUNNING') and ${isDue} order by c.created_at limit $1`,
    [limit],
  );
  return rows.map((row) => row.id);
}

/** Those of the incidents that wait to run. */
export async function waitingChecks(incidentIds: readonly string[]): Promise<string[]> {
  const { rows } = await pool().query(
    `select id from "check" where incident_id = any($1::uuid[]) and state = 'PENDING' and probe_kind is not null
     order by position`,
    [incidentIds],
  );
  return rows.map((row) => row.id);
}

/** Which of these are not running any more, because somebody skipped them. */
export async function endedChecks(ids: readonly string[]): Promise<string[]> {
  const { rows } = await pool().query(
    `select id from unnest($1::uuid[]) as asked(id)
     where not exists (select 1 from "check" c where c.id = asked.id and c.state = 'RUNNING')`,
    [ids],
  );
  return rows.map((row) => row.id);
}
