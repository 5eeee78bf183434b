import type { RunMode } from '@/lib/plans/schema';
import { carefulSeconds, likelySeconds } from '@/lib/platform/rules/duration';
import type { Estimate, EstimateBasis } from '@/lib/runs/queries/plan-views';
import { estimateWords } from './estimate-words';
import { type PastTime, quantile, timesLeft } from './resampling';

/** A verified run of the plan, with what each of its steps took. */
export interface PastRun {
  id: string;
  mode: RunMode;
  /** ISO. */
  finishedAt: string;
  /** Seconds by the step's id in the plan: from the end of the step before it to its own end. */
  seconds: Readonly<Record<string, number>>;
}

export interface EstimateInput {
  /** Verified ones only, without demo history and tabletop drills. */
  runs: readonly PastRun[];
  /** The steps that are still to be done, in order; the first may be in progress. */
  steps: readonly { id: string; name: string }[];
  /** How long the first of them has taken so far; null when it has not begun. */
  elapsedSeconds: number | null;
  /** Of the whole plan, or of what is left of a run. */
  of: 'WHOLE' | 'LEFT';
  /** Of the policy: an older last run lowers the claim. */
  staleAfterDays: number;
  now: Date;
}

const day = 86_400_000;

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1] ?? 0, sorted[half] ?? 0];
  return (low + high) / 2;
}

/** What a step usually takes, in seconds; null when no verified run has timed it. */
export function medianSeconds(runs: readonly PastRun[], stepId: string): number | null {
  const times = runs.flatMap(({ seconds }) => seconds[stepId] ?? []);
  return times.length > 0 ? medianOf(times) : null;
}

/** Each run over the steps that remain; what it did not time itself counts with its median. */
function pastTimes({ runs, steps, elapsedSeconds }: EstimateInput): PastTime[] {
  const inProgress = elapsedSeconds !== null;
  const after = inProgress ? steps.slice(1) : steps;
  const usual = new Map(after.map(({ id }) => [id, medianSeconds(runs, id) ?? 0]));
  const first = inProgress ? steps[0] : undefined;
  return runs.map(({ seconds }) => ({
    current: first ? (seconds[first.id] ?? null) : null,
    rest: after.reduce((sum, { id }) => sum + (seconds[id] ?? usual.get(id) ?? 0), 0),
  }));
}

function basisOf(runs: number, stale: boolean): EstimateBasis {
  if (runs === 0) return 'NEVER';
  if (runs < 3) return 'FEW';
  if (runs < 5) return stale ? 'FEW' : 'RANGE';
  return stale ? 'RANGE' : 'PERCENTILES';
}

function isStale(lastAt: string | null, { staleAfterDays, now }: EstimateInput): boolean {
  return lastAt !== null && now.getTime() - Date.parse(lastAt) > staleAfterDays * day;
}

/** The seconds that may be said on this basis. */
function figures(basis: EstimateBasis, left: readonly number[], samples: readonly number[]) {
  const [p50, p90] = [quantile(left, 0.5), quantile(left, 0.9)];
  const ranged = basis === 'RANGE' || basis === 'PERCENTILES';
  return {
    p50Seconds: basis === 'NEVER' ? null : ranged ? p50 : medianOf(samples),
    p90Seconds: basis === 'PERCENTILES' ? p90 : null,
    fromSeconds: ranged ? likelySeconds(p50) : null,
    toSeconds: ranged ? carefulSeconds(p90) : null,
  };
}

/**
 * The time that is left, from past verified runs of the plan. `timesLeft` says how it is drawn, `widening` why few runs
 * give a wide range; `standby bench estimates` shows how often the next run lies within it.
 */
export function estimate(input: EstimateInput): Estimate {
  const { steps, elapsedSeconds } = input;
  const untimed = steps.filter(({ id }) => medianSeconds(input.runs, id) === null);
  // Of a plan that was written anew nothing is known, whatever ran under its name before.
  const runs = untimed.length === steps.length && steps.length > 0 ? [] : input.runs;
  const past = pastTimes({ ...input, runs });
  const lastAt =
    runs
      .map(({ finishedAt }) => finishedAt)
      .sort()
      .at(-1) ?? null;
  const stale = isStale(lastAt, input);
  const basis = basisOf(runs.length, stale);
  const elapsed = elapsedSeconds ?? 0;
  const samples = past
    .map(({ current, rest }) => Math.max(0, (current ?? 0) - elapsed) + rest)
    .sort((a, b) => a - b);
  const claim = {
    basis,
    runs: runs.length,
    drills: runs.filter(({ mode }) => mode === 'DRILL').length,
    lastAt,
    stale,
    untimed: untimed.length,
    untimedSteps: untimed.map(({ name }) => name),
    ...figures(basis, timesLeft(past, elapsedSeconds), samples),
    samples,
  };
  return { ...claim, words: estimateWords(claim, input) };
}
