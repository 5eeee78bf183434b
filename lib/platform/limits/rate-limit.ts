import { pool } from '@/lib/database/db';
import { sha256 } from '@/lib/platform/audit/canonical-json';
import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';

export interface RateRule {
  /** What is counted, e.g. `sign-in:address:203.0.113.0/24`. */
  bucket: string;
  limit: number;
  /** Length of the fixed window in seconds. */
  seconds: number;
}

/** Stands in a bucket for whom it is about, without saying it. */
export function fingerprint(text: string): string {
  return Buffer.from(sha256(text)).toString('base64url').slice(0, 22);
}

/** How often a command may be tried: one's own first, then what is shared with others, and what is everybody's last. */
export interface Limits<I> {
  rules: (ctx: Context, input: I) => RateRule[];
  /** The refusal, given the seconds to wait. */
  sentence: (seconds: number) => string;
}

/**
 * Counts one attempt against the rules in their order, shared by all processes. What a rule refuses counts for none
 * behind it: whoever is over a limit of their own does not use up what is everybody's.
 * @returns seconds to wait when a limit is passed, else 0.
 */
export async function countAttempt(rules: readonly RateRule[]): Promise<number> {
  for (const rule of rules) {
    const { rows } = await pool().query(
      `insert into rate_window as w (bucket, starts_at, count, expires_at)
       select $1, s, 1, s + make_interval(secs => $2 * 2)
       from (select to_timestamp(floor(extract(epoch from clock_timestamp()) / $2) * $2) as s) t
       on conflict (bucket, starts_at) do update set count = w.count + 1
       returning count, ceil(extract(epoch from (starts_at + make_interval(secs => $2)) - clock_timestamp())) as left`,
      [rule.bucket, rule.seconds],
    );
    if (Number(rows[0]?.count) > rule.limit) return Math.max(Number(rows[0]?.left), 1);
  }
  return 0;
}

/** @throws AppError `rate_limited` with the seconds to wait */
export async function assertRate(
  rules: readonly RateRule[],
  sentence: (seconds: number) => string,
): Promise<void> {
  const wait = await countAttempt(rules);
  if (wait > 0) throw new AppError('rate_limited', sentence(wait), { retryAfter: wait });
}

/** Takes one attempt back that turned out not to be one, in the window of now. */
export async function refundAttempt(rules: readonly RateRule[]): Promise<void> {
  for (const rule of rules) {
    await pool().query(
      `update rate_window set count = count - 1 where bucket = $1 and count > 0
         and starts_at = to_timestamp(floor(extract(epoch from clock_timestamp()) / $2) * $2)`,
      [rule.bucket, rule.seconds],
    );
  }
}
