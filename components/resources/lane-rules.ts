/** A stretch of time, in milliseconds since 1970. */
export interface TimeSpan {
  from: number;
  until: number;
}

/** Where something lies on a lane, in percent of its width; null when it lies outside. */
export function placeOf(one: TimeSpan, lane: TimeSpan): { x: number; w: number } | null {
  const from = Math.max(one.from, lane.from);
  const until = Math.min(one.until, lane.until);
  if (until <= from) return null;
  const percent = (milliseconds: number) => (milliseconds / (lane.until - lane.from)) * 100;
  return { x: percent(from - lane.from), w: percent(until - from) };
}

/** The row of each stretch, so that none covers another; in the order given. */
export function rowsOf(stretches: readonly TimeSpan[]): number[] {
  const ends: number[] = [];
  const order = stretches.map((one, index) => ({ ...one, index })).toSorted((a, b) => a.from - b.from);
  const rows: number[] = [];
  for (const { from, until, index } of order) {
    const free = ends.findIndex((end) => end <= from);
    const row = free === -1 ? ends.length : free;
    ends[row] = until;
    rows[index] = row;
  }
  return rows;
}

/** Instants for the labels of a lane: so many equal parts, each from its beginning. */
export function ticksOf(lane: TimeSpan, parts: number): number[] {
  const length = (lane.until - lane.from) / parts;
  return Array.from({ length: parts }, (_, index) => lane.from + index * length);
}
