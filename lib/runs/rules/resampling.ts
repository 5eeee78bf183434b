/** One past run, seen from the step that the present one is in. Seconds; null where that run has no time for it. */
export interface PastTime {
  /** The whole time of the step in progress; null when none is in progress, or this run did not time it. */
  current: number | null;
  /** All steps after it together. */
  rest: number;
}

/** The smallest spread that is believed: equal drills do not prove that the next one takes equally long. */
const leastSpread = 0.06;
/** What a single drill cannot tell, as the spread of the logarithm: about one third up or down. */
const unknownSpread = 0.3;
/** How much of the spread comes from the past runs themselves; the rest from the smooth curve around each. */
const shrinkage = 0.75;
const draws = 1_600;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function spreadOf(logs: readonly number[]): number {
  if (logs.length < 2) return unknownSpread;
  const middle = mean(logs);
  const variance = logs.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (logs.length - 1);
  return Math.max(leastSpread, Math.sqrt(variance));
}

/**
 * By how much the spread of n runs is widened so that the next run lies within the 90th percentile nine times in ten:
 * Student's t for a new observation, t(n-1)·√(1 + 1/n), over the normal quantile. t by its series in 1/(n-1)
 * (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5).
 */
function widening(runs: number): number {
  const z = 1.2816;
  if (runs < 2) return 1.5;
  const degrees = runs - 1;
  const t = z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
  return (t * Math.sqrt(1 + 1 / runs)) / z;
}

/** Place `index` of a sequence that fills 0 to 1 evenly (van der Corput): the same figures on every page. */
function evenly(index: number, base: number): number {
  let place = 0;
  let part = 1 / base;
  for (let left = index; left > 0; left = Math.floor(left / base)) {
    place += part * (left % base);
    part /= base;
  }
  return place;
}

interface Curve {
  /** The middle around each past run, as a logarithm. */
  middles: number[];
  /** Of the logistic curve around each middle. */
  scale: number;
}

/** Past times pulled towards their mean and smoothed, so that mean and (widened) variance stay what they are. */
function smooth(times: readonly number[], widened: number): Curve {
  const logs = times.map((time) => Math.log(Math.max(time, 0.05)));
  const middle = mean(logs);
  const n = logs.length;
  const pull = shrinkage * widened * Math.sqrt(n / Math.max(1, n - 1));
  const height = spreadOf(logs) * widened * Math.sqrt(1 - shrinkage ** 2);
  return {
    middles: logs.map((value) => middle + (value - middle) * pull),
    scale: ((n < 2 ? spreadOf(logs) * widened : height) * Math.sqrt(3)) / Math.PI,
  };
}

/** A step that takes longer than ever was misjudged: the longer it is overdue, the less is known about its end. */
const overdue = 0.25;

function notSurprised(curve: Curve, elapsed: number): Curve {
  const beyond = Math.log(Math.max(elapsed, 0.05)) - Math.max(...curve.middles);
  return { ...curve, scale: Math.max(curve.scale, overdue * beyond) };
}

/** The share of a curve above a time. */
const above = (time: number, middle: number, scale: number): number =>
  time <= 0 ? 1 : 1 / (1 + Math.exp(Math.min(700, (Math.log(time) - middle) / scale)));

/** The time that a share of the curve lies above. */
const timeAbove = (share: number, middle: number, scale: number): number =>
  Math.exp(middle + scale * Math.log((1 - share) / share));

const certain = (share: number): number => Math.min(1 - 1e-9, Math.max(1e-12, share));

/**
 * Times left, in seconds, ascending: a smoothed bootstrap over whole past runs (Silverman and Young 1987; Efron and
 * Tibshirani 1993, §16.5 and §8.5). Whole runs are drawn, not single steps, because the steps of one run are slow or
 * fast together. The step in progress is drawn from what is left of its curve above the time it has already taken,
 * and a past run counts as much as it could have been this one.
 */
export function timesLeft(past: readonly PastTime[], elapsed: number | null): number[] {
  if (past.length === 0) return [];
  const widened = widening(past.length);
  const rests = past.map(({ rest }) => rest);
  const rest = Math.max(...rests) > 0 ? smooth(rests, widened) : null;
  const known = past.map(({ current }) => current).filter((time) => time !== null);
  const step =
    elapsed !== null && known.length > 0
      ? notSurprised(smooth(known, widening(known.length)), elapsed)
      : null;
  const typical = step ? mean(step.middles) : 0;
  const middleOf = stepMiddles(past, step, typical);
  const weights = past.map((_, index) =>
    step ? above(elapsed ?? 0, middleOf[index] ?? typical, step.scale) : 1,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = weights.map((weight) => Math.max(1, Math.round((draws * weight) / total)));
  const found = counts.flatMap((count, run) =>
    Array.from({ length: count }, (_, index) => {
      const left = step
        ? timeAbove(
            certain(evenly(index + 1, 2) * (weights[run] ?? 1)),
            middleOf[run] ?? typical,
            step.scale,
          ) - (elapsed ?? 0)
        : 0;
      const after = rest ? timeAbove(certain(evenly(index + 1, 3)), rest.middles[run] ?? 0, rest.scale) : 0;
      return Math.max(0, left) + after;
    }),
  );
  return found.sort((a, b) => a - b);
}

/** The middle of each past run's curve of the step in progress; a run without a time for it stands in the middle. */
function stepMiddles(past: readonly PastTime[], step: Curve | null, typical: number): number[] {
  let next = 0;
  return past.map(({ current }) => (current === null ? typical : (step?.middles[next++] ?? typical)));
}

/** The time that `share` of ascending times do not exceed. */
export function quantile(ascending: readonly number[], share: number): number {
  const place = Math.min(ascending.length - 1, Math.max(0, Math.ceil(ascending.length * share) - 1));
  return ascending[place] ?? 0;
}
