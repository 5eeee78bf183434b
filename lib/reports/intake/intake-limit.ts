import { pool } from '@/lib/database/db';
import type { RateRule } from '@/lib/platform/limits/limit';
import { logger } from '@/lib/platform/process/log';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';

interface Count {
  bucket: string;
  /** Start of the window, in seconds since 1970. */
  startsAt: number;
  seconds: number;
  /** Counted here and not yet counted to the database. */
  fresh: number;
  /** By all processes, as the database last said. */
  shared: number;
}

const shareMs = 500;
const mostBuckets = 20_000;

/**
 * Attempts per window, counted in memory so that a report costs no round trip, and added up over all processes
 * through `rate_window` twice a second. Several processes may therefore let through what half a second brings them.
 */
export class IntakeLimit {
  readonly #counts = new Map<string, Count>();
  /** What everybody counts in, which makes no room for anybody. */
  readonly #everybodys = new Map<string, Count>();
  #timer: NodeJS.Timeout | undefined;

  /**
   * Counts one attempt against the rules in their order; what one refuses counts for none behind it, and not on in its
   * own, so that a flood of refused attempts tells the database nothing.
   * @returns seconds to wait when a limit is passed, else 0
   */
  take(rules: readonly RateRule[], now = Date.now()): number {
    for (const rule of rules) {
      const wait = this.#takeOne(rule, now);
      if (wait > 0) return wait;
    }
    return 0;
  }

  #takeOne(rule: RateRule, now: number): number {
    const seconds = now / 1000;
    const startsAt = Math.floor(seconds / rule.seconds) * rule.seconds;
    const counts = rule.everybodys ? this.#everybodys : this.#counts;
    let count = counts.get(rule.bucket);
    if (count?.startsAt !== startsAt) {
      count = { bucket: rule.bucket, startsAt, seconds: rule.seconds, fresh: 0, shared: 0 };
      if (!rule.everybodys) this.#makeRoom(seconds);
      counts.set(rule.bucket, count);
    }
    if (count.fresh + count.shared >= rule.limit)
      return Math.max(1, Math.ceil(startsAt + rule.seconds - seconds));
    count.fresh += 1;
    this.#shareSoon();
    return 0;
  }

  /** Takes one attempt back of which nothing came, in the window in which it was counted. */
  giveBack(rules: readonly RateRule[], at: number): void {
    for (const { bucket, seconds, everybodys } of rules) {
      const count = (everybodys ? this.#everybodys : this.#counts).get(bucket);
      if (count?.startsAt !== Math.floor(at / 1000 / seconds) * seconds) continue;
      count.fresh -= 1;
      this.#shareSoon();
    }
  }

  #makeRoom(seconds: number): void {
    if (this.#counts.size < mostBuckets) return;
    for (const [bucket, count] of this.#counts) {
      if (count.startsAt + count.seconds < seconds) this.#counts.delete(bucket);
    }
    if (this.#counts.size < mostBuckets) return;
    // Still full: many networks at once. Those who sent least are forgotten; the limit over all of them still holds.
    const least = [...this.#counts.values()].sort((a, b) => a.fresh + a.shared - (b.fresh + b.shared));
    for (const { bucket } of least.slice(0, mostBuckets / 2)) this.#counts.delete(bucket);
  }

  #shareSoon(): void {
    if (this.#timer) return;
    // What was counted for one database is told to no other one, which there may be by then in tests.
    const database = pool();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.share(database).catch((error) =>
        logger().debug({ err: error }, 'limits are not shared at the moment'),
      );
    }, shareMs);
    this.#timer.unref();
  }

  /** Tells the database what was counted here, and learns what the others counted. */
  async share(database = pool()): Promise<void> {
    const counted = [...this.#counts.values(), ...this.#everybodys.values()]
      .filter((count) => count.fresh !== 0)
      .map((count) => ({ count, fresh: count.fresh }));
    if (counted.length === 0) return;
    const { rows } = await database.query<{ bucket: string; starts_at: number; count: number }>(
      `insert into rate_window as w (bucket, starts_at, count, expires_at)
       select b, to_timestamp(s), n, to_timestamp(s + 2 * l)
       from unnest($1::text[], $2::float8[], $3::int[], $4::int[]) as t(b, s, n, l) order by b, s
       on conflict (bucket, starts_at) do update set count = w.count + excluded.count
       returning bucket, extract(epoch from starts_at)::float8 as starts_at, count`,
      [
        counted.map(({ count }) => count.bucket),
        counted.map(({ count }) => count.startsAt),
        counted.map(({ fresh }) => fresh),
        counted.map(({ count }) => count.seconds),
      ],
    );
    for (const { count, fresh } of counted) {
      const row = rows.find((one) => one.bucket === count.bucket && one.starts_at === count.startsAt);
      if (!row) continue;
      count.fresh -= fresh;
      count.shared = row.count;
    }
  }
}

export const intakeLimit = oncePerProcess('intake limit', () => new IntakeLimit());
