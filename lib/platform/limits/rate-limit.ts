import { pool } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';

export interface RateRule {
  /** What is counted, e.g. `sign-in:address:203.0.113.0/24`. */
  bucket: string;
  limit: number;
  /** Length of the fixed window in seconds. */
  seconds: number;
}

/**
 * Counts one attempt against every rule, shared by all processes.
 * @returns seconds to wait when a limit is passed, else 0.
 */
export async function countAttempt(rules: RateRule[]): Promise<number> {
  let wait = 0;
  for (const rule of rules) {
    const { rows } = await pool().query(
      `insert into rate_window as w (bucket, starts_at, count, expires_at)
       select $1, s, 1, s + make_interval(secs => $2 * 2)
       from (select to_timestamp(floor(extract(epoch from clock_timestamp()) / $2) * $2) as s) t
       on conflict (bucket, starts_at) do update set count = w.count + 1
       returning count, ceil(extract(epoch from (starts_at + make_interval(secs => $2)) - clock_timestamp())) as left`,
      [rule.bucket, rule.seconds],
    );
    if (Number(rows[0]?.count) > rule.limit) wait = Math.max(wait, Number(rows[0]?.left), 1);
  }
  return wait;
}

/** @throws AppError `rate_limited` with the seconds to wait */
export async function assertRate(rules: RateRule[], sentence: (seconds: number) => string): Promise<void> {
  const wait = await countAttempt(rules);
  if (wait > 0) throw new AppError('rate_limited', sentence(wait), { retryAfter: wait });
}

/** Takes one attempt back that turned out not to be one, in the window of now. */
export async function refundAttempt(rules: RateRule[]): Promise<void> {
  for (const rule of rules) {
    await pool().query(
      `update rate_window set count = count - 1 where bucket = $1 and count > 0
         and starts_at = to_timestamp(floor(extract(epoch from clock_timestamp()) / $2) * $2)`,
      [rule.bucket, rule.seconds],
    );
  }
}
