import { counted } from '@/lib/language/words';
import type { Estimate } from '@/lib/runs/queries/plan-views';
import { estimate } from '@/lib/runs/rules/estimate';
import { random } from '@/scripts/trial/random';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { type BenchRow, row } from './row';
import { simulatedPlan, simulatedRun, simulatedTimes } from './simulated-recovery';

const drillsKnown = [1, 2, 3, 5, 7, 10, 20];
const goal = { low: 0.85, high: 0.95 };
const claimedFrom = 5;
const now = new Date('2026-06-02T10:00:00Z');

interface Tally {
  /** Runs that were over by the careful end of the claim, seen from their beginning, and from a moment within them. */
  atStart: number;
  midway: number;
  /** Runs that were over by the likely end, seen from their beginning. */
  likely: number;
  /** The careful end against the likely one, summed. */
  width: number;
}

/** The p90; of three and four drills the careful end; of fewer, which promise no range, the longest of them. */
const careful = ({ p90Seconds, toSeconds, samples }: Estimate): number =>
  p90Seconds ?? toSeconds ?? samples.at(-1) ?? 0;

/** Where a run stands after a share of its whole time: the step it is in, and for how long. */
function standing(times: readonly number[], share: number) {
  const gone = share * times.reduce((sum, time) => sum + time, 0);
  let before = 0;
  for (const [index, time] of times.entries()) {
    if (before + time > gone) return { index, elapsed: gone - before, gone };
    before += time;
  }
  return { index: times.length - 1, elapsed: 0, gone };
}

/** Every run has a plan of its own, its drills, and then happens. */
function calibrate(drills: number, runs: number, seed: number): Tally {
  const source = random(seed);
  const tally: Tally = { atStart: 0, midway: 0, likely: 0, width: 0 };
  for (let run = 0; run < runs; run += 1) {
    const plan = simulatedPlan(source);
    const known = Array.from({ length: drills }, (_, index) => simulatedRun(plan, source, `${index}`));
    const times = simulatedTimes(plan, source);
    const total = times.reduce((sum, time) => sum + time, 0);
    const common = { runs: known, staleAfterDays: 180, now };
    const first = estimate({ ...common, steps: plan.steps, elapsedSeconds: null, of: 'WHOLE' });
    if (total <= careful(first)) tally.atStart += 1;
    if (total <= (first.p50Seconds ?? 0)) tally.likely += 1;
    tally.width += careful(first) / (first.p50Seconds ?? 1);
    const { index, elapsed, gone } = standing(times, source.next());
    const steps = plan.steps.slice(index);
    const later = estimate({ ...common, steps, elapsedSeconds: elapsed, of: 'LEFT' });
    if (total - gone <= careful(later)) tally.midway += 1;
  }
  return tally;
}

const percent = (count: number, of: number) => `${((100 * count) / of).toFixed(1)} %`;

async function run({ small, random: source }: Trial): Promise<BenchRow[]> {
  const runs = small ? 200 : 1_000;
  return drillsKnown.map((drills) => {
    const { atStart, midway, likely, width } = calibrate(drills, runs, source.seed + drills);
    const within = (count: number) => count / runs >= goal.low && count / runs <= goal.high;
    const claims = drills >= claimedFrom;
    return row(`time left, ${counted(drills, 'drill')} known`, {
      ours: `${percent(atStart, runs)} from the start, ${percent(midway, runs)} from within`,
      against: `p50 ${percent(likely, runs)}`,
      ratio: `${(width / runs).toFixed(2)}×`,
      goal: claims ? '85 to 95 %' : drills < 3 ? 'no range is claimed' : 'no p90 is claimed',
      met: claims ? within(atStart) && within(midway) : null,
    });
  });
}

/** Simulated runs from known step times: how often does a run end within the p90 that was said? */
export const estimates: TrialCase<BenchRow> = {
  name: 'estimates',
  title: 'Estimates: runs that end within their p90',
  run,
};
