import { evidenceOf } from '@/lib/runs/rules/evidence';
import { markRestored } from '@/lib/runs/steps/restored-snapshot';
import { configOf, type SubjectStep } from '@/lib/runs/subject';
import { finishStep, loseStep } from '@/lib/runs/transitions/run-transaction';
import type { Driving } from './driving';
import { isOk, probeUntilSettled } from './perform-check';

const everySeconds = 2;

/** Whether the call of an automated step is over, and its own probe is to show what came of it. */
export function awaitsProof(step: SubjectStep): boolean {
  const { attempt } = step;
  if (!attempt || attempt.number <= (evidenceOf(step).triedBefore ?? 0)) return false;
  if (!configOf(step, 'AUTOMATED').probe) return false;
  return attempt.state === 'UNKNOWN' || (attempt.state === 'ANSWERED' && attempt.ok === true);
}

/** Probes until that shows that the step was done. When it never does, nobody knows, and a person decides. */
export async function performProof(driving: Driving, step: SubjectStep): Promise<void> {
  const { probe } = configOf(step, 'AUTOMATED');
  if (!probe) return;
  const tries = Number.POSITIVE_INFINITY;
  await probeUntilSettled(
    driving,
    step,
    { probe, tries, everySeconds },
    async (transaction, current, evidence) => {
      if (!isOk(evidence)) return await loseStep(transaction, current, { evidence });
      await markRestored(transaction, current);
      await finishStep(transaction, current, { evidence });
    },
  );
}
