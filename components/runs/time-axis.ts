const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const steps = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12, 24].map((count) => count * hour),
];

export interface Axis {
  from: number;
  to: number;
  /** Round instants, milliseconds. */
  ticks: number[];
  /** Ticks are less than a minute apart: their labels need seconds. */
  fine: boolean;
  /** The place of an instant, 0 to 100. */
  at: (instant: number) => number;
}

const maxTicks = 7;

/** An axis of time over `from` to `to` with at most seven ticks at round instants. */
export function timeAxis(from: number, to: number): Axis {
  const span = Math.max(to - from, second);
  const step =
    steps.find((one) => span / one <= maxTicks) ?? Math.ceil(span / maxTicks / (24 * hour)) * 24 * hour;
  const first = Math.ceil(from / step) * step;
  const count = Math.max(0, Math.floor((from + span - first) / step) + 1);
  return {
    from,
    to: from + span,
    ticks: Array.from({ length: count }, (_, index) => first + index * step),
    fine: step < minute,
    at: (instant) => Math.min(100, Math.max(0, ((instant - from) / span) * 100)),
  };
}
