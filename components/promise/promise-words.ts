import { minutesBetween, relativeOf, spanOf, whenOf } from '@/components/ui/time-words';
import { clockOf, type Instant, zoneName } from '@/lib/language/time';

type PromiseTone = 'normal' | 'soon' | 'over';

export type PromiseInput = { madeAt: Instant; dueAt: Instant; now: number; zone: string };

export type PromiseWords = {
  tone: PromiseTone;
  /** How much of the time has gone, 0 to 1. */
  fraction: number;
  /** Where the ticks stand, 0 to 1. */
  ticks: number[];
  /** "14:30 BST" */
  due: string;
  /** "in 12 min", "due now", "8 min late" */
  left: string;
  /** "14:10" and "14:30", for the ends of the ruler. */
  from: string;
  to: string;
  /** The whole of it for screen readers. */
  sentence: string;
};

const soonMinutes = 5;

/** One tick a minute; a long promise takes the next unit that keeps the ruler readable. */
const tickUnits = [1, 5, 15, 60, 180, 1440];
const mostTicks = 60;

function ticksOf(total: number): number[] {
  if (total <= 0) return [];
  const unit = tickUnits.find((minutes) => total / minutes <= mostTicks) ?? 1440;
  return Array.from({ length: Math.floor(total / unit) }, (_, index) => (index * unit) / total);
}

function remainingWords(minutes: number, dueAt: Instant, now: number): string {
  if (minutes === 0) return 'due now';
  return minutes > 0 ? relativeOf(dueAt, now) : `${spanOf(dueAt, now)} late`;
}

/** How a promise to write again stands at `now` (milliseconds). */
export function promiseOf({ madeAt, dueAt, now, zone }: PromiseInput): PromiseWords {
  const total = minutesBetween(madeAt, dueAt);
  const minutes = minutesBetween(now, dueAt);
  const tone = minutes < 0 ? 'over' : minutes <= soonMinutes ? 'soon' : 'normal';
  const fraction = total > 0 ? Math.min(1, Math.max(0, (total - minutes) / total)) : 1;
  const from = whenOf(madeAt, { zone, now, named: false });
  const to = whenOf(dueAt, { zone, now, named: false });
  const left = remainingWords(minutes, dueAt, now);
  const verb = tone === 'over' ? 'was due at' : 'next by';
  return {
    tone,
    fraction,
    ticks: ticksOf(total),
    due: to === clockOf(dueAt, zone) ? `${to} ${zoneName(dueAt, zone)}` : whenOf(dueAt, { zone, now }),
    left,
    from,
    to,
    sentence: `Updated ${from}, ${verb} ${to}, ${left}`,
  };
}
