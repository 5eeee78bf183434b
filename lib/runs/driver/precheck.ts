import { runPrechecked } from '@/lib/runs/events';
import type { StepEvidence } from '@/lib/runs/evidence-schema';
import { factsOf, runs, type SubjectStep } from '@/lib/runs/subject';
import { moveStep, type Turn } from '@/lib/runs/turn';

/** One line of the precheck was looked at. A red one keeps nobody waiting: beginning all the same needs a reason. */
export async function settlePrecheck(
  turn: Turn,
  step: SubjectStep,
  evidence: StepEvidence & { outcome: NonNullable<StepEvidence['outcome']> },
): Promise<void> {
  await moveStep(turn, step, evidence.outcome === 'OK' ? 'DONE' : 'FAILED', {
    evidence: JSON.parse(JSON.stringify(evidence)),
    finishedAt: turn.now,
  });
  turn.run.version = (await runs.write(turn.tx, turn.run, {})).version;
  turn.record(runPrechecked({ ...factsOf(turn.run), runStepId: step.id, outcome: evidence.outcome }));
}
