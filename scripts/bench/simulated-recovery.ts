import type { PastRun } from '@/lib/runs/rules/estimate';
import type { Random } from '@/scripts/trial/random';

/** How a step's time is spread: around its median, skewed as times of people and machines are. */
interface StepShape {
  id: string;
  name: string;
  medianSeconds: number;
  /** Of the logarithm. */
  spread: number;
  /** How often it has to be done twice. */
  again: number;
}

export interface SimulatedPlan {
  steps: StepShape[];
  /** How much one whole run is slower or faster than another: the people, the load, the hour. */
  pace: number;
}

/** From two of the even numbers one of the bell curve (Box and Muller 1958). */
function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}

/** A plan of 4 to 14 steps between 5 s and 30 min: machines are even, people less so, one in ten repeats. */
export function simulatedPlan(random: Random): SimulatedPlan {
  const steps = Array.from({ length: random.between(4, 14) }, (_, index) => ({
    id: `step-${index}`,
    name: `Step ${index}`,
    medianSeconds: 5 * 360 ** random.next(),
    spread: 0.05 + 0.45 * random.next(),
    again: random.next() < 0.1 ? 0.2 : 0,
  }));
  return { steps, pace: 0.25 * random.next() };
}

/** Seconds of every step in one run. */
export function simulatedTimes({ steps, pace }: SimulatedPlan, random: Random): number[] {
  const today = Math.exp(pace * normal(random));
  return steps.map(({ medianSeconds, spread, again }) => {
    const once = medianSeconds * today * Math.exp(spread * normal(random));
    return random.next() < again ? 2 * once : once;
  });
}

export function simulatedRun(plan: SimulatedPlan, random: Random, id: string): PastRun {
  const times = simulatedTimes(plan, random);
  return {
    id,
    mode: 'DRILL',
    finishedAt: '2026-06-01T10:00:00.000Z',
    seconds: Object.fromEntries(plan.steps.map((step, index) => [step.id, times[index] ?? 0])),
  };
}
