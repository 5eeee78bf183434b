import { pool } from '@/lib/database/db';
import { logger } from '@/lib/platform/process/log';

/** A run in the hands of one driver. */
export interface RunLease {
  runId: string;
  holder: string;
  fence: bigint;
}

/** A driver that shows no sign of life for so long is taken for dead. */
const leaseSeconds = 15;
const renewMs = 2_500;

/** What needs no person now: the rest waits in its row until somebody acts. */
const dueSql = `
  (r.state = 'PRECHECK' and exists (
      select 1 from run_step s where s.run_id = r.id and s.phase = 0 and s.state in ('PENDING', 'RUNNING')))
  or r.state = 'RUNNING'
  or (r.state = 'WAITING' and r.waiting_for = 'CALL_BACK' and exists (
      select 1 from run_step s join step_attempt a on a.run_step_id = s.id
      where s.run_id = r.id and a.state = 'SENT' and (a.callback_until is null or a.callback_until < now())))
  or (r.state = 'PAUSED' and exists (
      select 1 from run_step s where s.run_id = r.id and s.phase > 0 and s.state = 'RUNNING'
        and (s.kind in ('CHECK', 'VERIFICATION', 'WAIT') or (s.kind = 'AUTOMATED' and exists (
          select 1 from step_attempt a where a.run_step_id = s.id and (a.state = 'PREPARED' or (a.state = 'SENT'
            and (a.response is null or a.callback_until is null or a.callback_until < now()))))))))`;

/**
 * Takes one run that has work to do and no living driver. Every taking raises the fence, so that a driver that was
 * taken for dead and comes back writes nothing any more.
 * @returns null when there is none
 */
export async function claimRun(holder: string): Promise<(RunLease & { taken: boolean }) | null> {
  const { rows } = await pool().query<{ id: string; fence: string; taken: boolean }>(
    `with due as (
       select r.id, r.lease_holder is not null as taken from run r
       where r.state in ('PRECHECK', 'RUNNING', 'PAUSED', 'WAITING')
         and (r.lease_expires_at is null or r.lease_expires_at <= clock_timestamp()) and (${dueSql})
       order by r.lease_expires_at nulls first limit 1 for update of r skip locked)
     update run set lease_holder = $1, lease_fence = run.lease_fence + 1,
       lease_expires_at = clock_timestamp() + make_interval(secs => $2)
     from due where run.id = due.id
     returning run.id, run.lease_fence::text as fence, due.taken`,
    [holder, leaseSeconds],
  );
  const [row] = rows;
  return row ? { runId: row.id, holder, fence: BigInt(row.fence), taken: row.taken } : null;
}

/** @returns false when the run is in other hands now, or over */
async function renew({ runId, holder, fence }: RunLease): Promise<boolean> {
  const { rowCount } = await pool().query(
    `update run set lease_expires_at = clock_timestamp() + make_interval(secs => $4)
     where id = $1 and lease_holder = $2 and lease_fence = $3`,
    [runId, holder, fence.toString(), leaseSeconds],
  );
  return rowCount === 1;
}

/** Gives the run back, so that it is taken up at once when there is something to do. */
export async function releaseRun({ runId, holder, fence }: RunLease): Promise<void> {
  await pool().query(
    `update run set lease_holder = null, lease_expires_at = null
     where id = $1 and lease_holder = $2 and lease_fence = $3`,
    [runId, holder, fence.toString()],
  );
}

/** Keeps the lease while `signal` is not raised; raises `lost` when the run went into other hands. */
export function renewLease(lease: RunLease, lost: AbortController): { stop: () => void } {
  const timer = setInterval(() => {
    renew(lease).then(
      (renewed) => {
        if (!renewed) lost.abort(new LeaseLost());
      },
      // The database is away for a moment: another driver cannot take the run either.
      (error) =>
        logger().warn({ err: error, run: lease.runId }, 'run driver: lease not renewed, trying again'),
    );
  }, renewMs);
  return { stop: () => clearInterval(timer) };
}

/** The run is in other hands, or over: nothing of this driver counts any more. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
}
