import { runPrechecked } from '@/lib/runs/events';
import type { StepEvidence } from '@/lib/runs/rules/evidence';
import { factsOf, runs, type SubjectStep } from '@/lib/runs/subject';
import { moveStep, type RunTransaction } from '@/lib/runs/transitions/run-transaction';

/** One line of the precheck was looked at. A red one keeps nobody waiting: beginning all the same needs a reason. */
export async function settlePrecheck(
  transaction: RunTransaction,
  step: SubjectStep,
  evidence: StepEvidence & { outcome: NonNullable<StepEvidence['outcome']> },
): Promise<void> {
  await moveStep(transaction, step, evidence.outcome === 'OK' ? 'DONE' : 'FAILED', {
    evidence: JSON.parse(JSON.stringify(evidence)),
    finishedAt: transaction.now,
  });
  transaction.run.version = (await runs.write(transaction.tx, transaction.run, {})).version;
  transaction.record(
    runPrechecked({ ...factsOf(transaction.run), runStepId: step.id, outcome: evidence.outcome }),
  );
}
