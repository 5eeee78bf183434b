import { pool, type Tx } from '@/lib/database/db';
import { sha256 } from '@/lib/platform/audit/canonical-json';
import type { Context } from '@/lib/platform/context';
import { AppError, isAppError } from '@/lib/platform/errors';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import type { RateRule } from './limit';

/** Stands in a bucket for whom it is about, without saying it. */
export function fingerprint(text: string): string {
  return Buffer.from(sha256(text)).toString('base64url').slice(0, 22);
}

/** How often a command may be tried: one's own first, then what is shared with others, and what is everybody's last. */
export interface Limits<I> {
  rules: (ctx: Context, input: I) => RateRule[];
  /** The refusal, given the seconds to wait, and whether it is what strangers did together that is too much. */
  sentence: (seconds: number, isShared: boolean) => string;
}

const mostOver = 20_000;

/**
 * Until when a bucket that is over stays so, in milliseconds since 1970. Who is refused by it costs the database nothing
 * more, however often they try. A process that does not know it asks the database, which counts for all of them.
 */
const over = oncePerProcess('limits that are over', () => new Map<string, number>());

function remember(bucket: string, until: number): void {
  const buckets = over();
  if (buckets.size >= mostOver) {
    const now = Date.now();
    for (const [one, end] of buckets) if (end <= now) buckets.delete(one);
    // Still full: the oldest go, and are counted by the database again.
    for (const one of buckets.keys()) {
      if (buckets.size < mostOver / 2) break;
      buckets.delete(one);
    }
  }
  // Anew, so that it is the last to be forgotten.
  buckets.delete(bucket);
  buckets.set(bucket, until);
}

interface Over {
  rule: RateRule;
  /** Seconds to wait. */
  wait: number;
}

/** The first of the rules that is known to be over, with the seconds until none of them is any more. */
function knownOver(rules: readonly RateRule[]): Over | null {
  const now = Date.now();
  const left = ({ bucket }: RateRule) => Math.ceil(((over().get(bucket) ?? 0) - now) / 1000);
  const rule = rules.find((one) => left(one) > 0);
  return rule ? { rule, wait: Math.max(...rules.map(left)) } : null;
}

interface Counted {
  count: number;
  /** Seconds until the window ends. */
  left: number;
}

const counting = `
  insert into rate_window as w (bucket, starts_at, count, expires_at)
  select $1, s, $3::int, s + make_interval(secs => $2::int * 2)
  from (select to_timestamp(floor(extract(epoch from clock_timestamp()) / $2) * $2) as s) t
  on conflict (bucket, starts_at) do update set count = w.count + excluded.count
  returning count, extract(epoch from (starts_at + make_interval(secs => $2)) - clock_timestamp())::float8 as left`;

/**
 * Counts one attempt against the rules in their order, shared by all processes. What a rule refuses counts for none
 * behind it: whoever is over a limit of their own does not use up what is everybody's.
 */
async function count(rules: readonly RateRule[], tx?: Tx): Promise<Over | null> {
  const known = knownOver(rules);
  if (known) return known;
  for (const rule of rules) {
    const values = [rule.bucket, rule.seconds, rule.weight ?? 1] as const;
    const rows = tx
      ? await tx.$queryRawUnsafe<Counted[]>(counting, ...values)
      : (await pool().query<Counted>(counting, [...values])).rows;
    if (Number(rows[0]?.count) <= rule.limit) continue;
    const left = Number(rows[0]?.left);
    // Of what is heavier than others, or was not written in the end, those to come may still find room.
    if (!tx && rule.weight === undefined) remember(rule.bucket, Date.now() + left * 1000);
    return { rule, wait: Math.max(Math.ceil(left), 1) };
  }
  return null;
}

/**
 * Counts one attempt.
 * @param tx counts with what is written in it, or not at all
 * @returns seconds to wait when a limit is passed, else 0
 */
export async function countAttempt(rules: readonly RateRule[], tx?: Tx): Promise<number> {
  return (await count(rules, tx))?.wait ?? 0;
}

/** @throws AppError `rate_limited` with the seconds to wait */
export async function assertRate(
  rules: readonly RateRule[],
  sentence: Limits<never>['sentence'],
  tx?: Tx,
): Promise<void> {
  const passed = await count(rules, tx);
  if (!passed) return;
  const { rule, wait } = passed;
  throw new AppError('rate_limited', sentence(wait, rule.shared ?? false), { retryAfter: wait });
}

/**
 * Does what an attempt was counted for, and takes it back where nothing came of it: all of it where it is `unavailable`,
 * as when a queue is full of others, which is no fault of whoever tried; else what everybody shares, because whoever is
 * refused uses up nobody else's.
 */
export async function takenBackIfRefused<T>(rules: readonly RateRule[], work: () => Promise<T>): Promise<T> {
  const at = Date.now();
  try {
    return await work();
  } catch (error) {
    const isNobodysFault = isAppError(error) && error.code === 'unavailable';
    const back = isNobodysFault ? rules : rules.filter(({ shared }) => shared);
    // Where this fails too, it is the database that is away, and what is said is why.
    await refundAttempt(back, at).catch(() => {});
    throw error;
  }
}

/**
 * Takes one attempt back that turned out not to be one.
 * @param at when it was counted, in milliseconds: the window may be over by now, and the next one is of others
 */
export async function refundAttempt(rules: readonly RateRule[], at: number): Promise<void> {
  for (const rule of rules) {
    await pool().query(
      `update rate_window set count = greatest(count - $3::int, 0)
       where bucket = $1 and starts_at = to_timestamp(floor($4::float8 / $2) * $2)`,
      [rule.bucket, rule.seconds, rule.weight ?? 1, at / 1_000],
    );
    over().delete(rule.bucket);
  }
}
