import { instantOn, localDate, minute, nextDate } from '@/lib/clocks/rules/office-time';
import { type ServiceStatus, worstStatus } from '@/lib/services/schema';
import { shiftDay } from './times';

/** A stretch in which an incident held a service at a status; without an end it still does. */
export interface StatusInterval {
  readonly status: ServiceStatus;
  readonly from: Date;
  readonly to: Date | null;
}

export interface UptimeInput {
  readonly intervals: readonly StatusInterval[];
  /** Since when the service is watched: days before are not shown and do not count. */
  readonly since: Date;
  readonly now: Date;
  /** The days are those of this IANA zone. */
  readonly zone: string;
  readonly days?: number;
}

interface UptimeDay {
  /** 2026-06-09 */
  readonly date: string;
  readonly worst: ServiceStatus;
  /** Of trouble. */
  readonly minutes: number;
}

export interface Uptime {
  /** 0 to 100, rounded down to hundredths; null before a whole day was watched. */
  readonly percent: number | null;
  /** Oldest first, today last. */
  readonly days: UptimeDay[];
}

/** How much of a moment counts as lost: the weights of Atlassian Statuspage's uptime showcase. */
const lost: Record<ServiceStatus, number> = {
  OPERATIONAL: 0,
  DEGRADED: 0,
  PARTIAL_OUTAGE: 0.3,
  MAJOR_OUTAGE: 1,
};

/** Milliseconds that each status was the worst one between two instants. */
function timeByStatus(intervals: readonly StatusInterval[], from: number, to: number) {
  const spent = new Map<ServiceStatus, number>();
  const inside = intervals
    .map(({ status, ...edges }) => ({
      status,
      from: Math.max(from, edges.from.getTime()),
      to: Math.min(to, edges.to?.getTime() ?? to),
    }))
    .filter((interval) => interval.from < interval.to);
  const edges = [...new Set(inside.flatMap((interval) => [interval.from, interval.to]))].sort(
    (a, b) => a - b,
  );
  edges.forEach((edge, index) => {
    const until = edges[index + 1];
    if (until === undefined) return;
    const covering = inside.filter((interval) => interval.from <= edge && interval.to >= until);
    const worst = worstStatus(covering.map(({ status }) => status));
    spent.set(worst, (spent.get(worst) ?? 0) + until - edge);
  });
  return spent;
}

const inMinutes = (milliseconds: number) =>
  milliseconds > 0 ? Math.max(1, Math.round(milliseconds / minute)) : 0;

function dayOf(date: string, spent: ReadonlyMap<ServiceStatus, number>): UptimeDay {
  const worst = worstStatus([...spent.keys()]);
  let trouble = 0;
  for (const [status, time] of spent) {
    if (status !== 'OPERATIONAL') trouble += time;
  }
  return { date, worst, minutes: inMinutes(trouble) };
}

/** Bars and uptime of one service over the last days, today included, from its status intervals alone. */
export function uptimeOf({ intervals, since, now, zone, days = 90 }: UptimeInput): Uptime {
  const today = localDate(now, zone);
  const oldest = shiftDay(today, 1 - days);
  const result: UptimeDay[] = [];
  let [total, down] = [0, 0];
  const first = [oldest, localDate(since, zone)].sort()[1] ?? today;
  for (let date = first; date <= today; date = nextDate(date)) {
    const from = Math.max(instantOn(date, '00:00', zone).getTime(), since.getTime());
    const to = Math.min(instantOn(date, '24:00', zone).getTime(), now.getTime());
    const spent = timeByStatus(intervals, from, to);
    result.push(dayOf(date, spent));
    total += Math.max(0, to - from);
    for (const [status, time] of spent) down += time * lost[status];
  }
  const whole = now.getTime() - since.getTime() >= 24 * 60 * minute;
  return { percent: whole ? Math.floor(10_000 * (1 - down / total) + 1e-6) / 100 : null, days: result };
}
