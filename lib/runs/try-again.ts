import type { Prisma } from '@/prisma/generated/client';
import { runStepRetried } from './events';
import { type SubjectStep, stepFactsOf } from './subject';
import { continueRun, moveStep, type Turn, waitFor } from './turn';

/** The step is in work again. What was tried before stays, and does not count against the tries to come. */
export async function tryAgain(
  turn: Turn,
  step: SubjectStep,
  data: { memberId: string | null; note?: string },
): Promise<void> {
  const evidence: Prisma.InputJsonValue = {
    sentence: null,
    triedBefore: step.attempt?.number ?? 0,
    since: turn.now.toISOString(),
  };
  await moveStep(turn, step, 'RUNNING', { ...data, evidence, finishedAt: null });
  turn.record(runStepRetried(stepFactsOf(turn.run, step)));
  if (step.kind === 'MANUAL') return await waitFor(turn, step, 'PERSON');
  if (step.kind === 'APPROVAL') return await waitFor(turn, step, 'APPROVAL');
  await continueRun(turn);
}
