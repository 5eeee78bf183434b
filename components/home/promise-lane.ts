import { minutesBetween } from '@/components/ui/time-words';

const span = 60;
/** How much of the lane a flag with its words takes. */
const flagWidth = 0.34;

export interface Flag<T> {
  item: T;
  /** Where it stands, 0 to 1. */
  x: number;
  /** Which row its words are in, from the top. */
  row: number;
  /** Its words stand to the left of it, because there is no room to the right. */
  left: boolean;
  minutes: number;
}

/** Places the promises of the next hour so that their words do not cover each other; what is late stands at the start. */
export function placeFlags<T extends { dueAt: string }>(items: readonly T[], now: number): Flag<T>[] {
  const ends: number[] = [];
  return items
    .map((item) => ({ item, minutes: minutesBetween(now, item.dueAt) }))
    .filter(({ minutes }) => minutes <= span)
    .sort((a, b) => a.minutes - b.minutes)
    .map(({ item, minutes }) => {
      const x = Math.min(1, Math.max(0, minutes / span));
      const left = x > 1 - flagWidth;
      const from = left ? x - flagWidth : x;
      const free = ends.findIndex((end) => end <= from);
      const row = free === -1 ? ends.length : free;
      ends[row] = from + flagWidth;
      return { item, x, row, left, minutes };
    });
}

export interface Tick {
  /** Milliseconds. */
  at: number;
  x: number;
}

/** The quarters of an hour inside the lane, away from both ends. */
export function quarterTicks(now: number): Tick[] {
  const quarter = 15 * 60_000;
  const first = Math.ceil(now / quarter) * quarter;
  return [0, 1, 2, 3]
    .map((index) => first + index * quarter)
    .map((at) => ({ at, x: (at - now) / (span * 60_000) }))
    .filter(({ x }) => x > 0.09 && x < 0.91);
}
