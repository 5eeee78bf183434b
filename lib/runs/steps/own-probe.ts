import { db } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { isolated } from '@/lib/platform/rules/isolate';
import { runStepProbe, type StepProbeResult } from '@/lib/runs/driver/run-step-probe';
import { openStepActs, type StepAct } from '@/lib/runs/rules/acts';
import { evidenceOf } from '@/lib/runs/rules/evidence';
import { isShown, type ProvenStep, takesWrites } from '@/lib/runs/rules/fenced';
import { planStepOf, runs, type SubjectStep, stepOf } from '@/lib/runs/subject';

/** Somebody waits for it. Milliseconds. */
const timeLimitMs = 30_000;

/** The step of the plan, if it is of a kind that may have a probe of its own. */
export function provenStep(step: { config: unknown }): ProvenStep | null {
  const config = planStepOf(step);
  return config.kind === 'MANUAL' || config.kind === 'AUTOMATED' ? config : null;
}

type Asked = StepProbeResult & { shown: boolean };

/**
 * Asks the own probe of a step whether it shows what a person says: that it was done. Null without a probe, and where
 * the act is not open, because a probe may write: the act itself is refused then.
 */
export async function askOwnProbe(
  { ref, stepId }: { ref: string; stepId: string },
  act: StepAct,
): Promise<Asked | null> {
  const run = await runs.find(db(), ref);
  const step = stepOf(run, stepId);
  if (!openStepActs(run, step, run.steps).includes(act)) return null;
  const config = provenStep(step);
  if (!config?.probe) return null;
  const seen = await runStepProbe(config.probe, step.id, AbortSignal.timeout(timeLimitMs));
  return { ...seen, shown: isShown(config, seen) };
}

/** What the step keeps of it. @throws AppError `conflict` when the act was opened too late for its probe to be asked */
export function shownEvidence(step: SubjectStep, asked: Asked | null) {
  if (asked) return { evidence: { ...evidenceOf(step), ...asked, tries: 1 } };
  if (!provenStep(step)?.probe) return {};
  throw new AppError('conflict', `${isolated(step.name)} has changed this very moment. Look again.`);
}

/** @throws AppError `precondition` when its own probe does not show it, and nobody says why it counts all the same */
export function assertShown(step: SubjectStep, asked: Asked | null, reason: string | undefined): void {
  if (!asked || asked.shown || reason) return;
  const config = provenStep(step);
  const answers = config?.fences && takesWrites(config, asked) ? 'The old primary answers. ' : '';
  const message = `${answers}${asked.sentence} That does not show that it was done. Do it and say so again, or say why it counts as done all the same; the run then proves no time.`;
  throw new AppError('precondition', message, { fields: { reason: [message] } });
}
