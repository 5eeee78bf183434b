/** How much the claim may say: with none no time at all, from 1 a plain fact, from 3 a range, from 5 p50 and p90. */
export type EstimateBasis = 'NEVER' | 'FEW' | 'RANGE' | 'PERCENTILES';

/** Seconds, from verified runs of the plan only. Every figure is null when it was never drilled. */
export interface Estimate {
  basis: EstimateBasis;
  /** Verified runs behind it, drills and live ones. */
  runs: number;
  drills: number;
  lastAt: string | null;
  /** The last one is older than the policy allows: the claim is lowered. */
  stale: boolean;
  /** Steps of the plan that no verified run has timed yet. */
  untimed: number;
  p50Seconds: number | null;
  p90Seconds: number | null;
  /** The range that users are told: from the likely to the careful end. */
  fromSeconds: number | null;
  toSeconds: number | null;
  /** Where each past run would finish from here, for the dots of the picture. */
  samples: number[];
  /** “between 6 and 9 min, from 4 drills, the last 3 days ago” or “never drilled”. */
  words: string;
}
