import { runStepRetried } from '@/lib/runs/events';
import { type SubjectStep, stepFactsOf } from '@/lib/runs/subject';
import type { Prisma } from '@/prisma/generated/client';
import { continueRun, moveStep, type RunTransaction, waitFor } from './run-transaction';

/** The step is in work again. What was tried before stays, and does not count against the tries to come. */
export async function rerunStep(
  transaction: RunTransaction,
  step: SubjectStep,
  data: { memberId: string | null; note?: string },
): Promise<void> {
  const evidence: Prisma.InputJsonValue = {
    sentence: null,
    triedBefore: step.attempt?.number ?? 0,
    since: transaction.now.toISOString(),
  };
  await moveStep(transaction, step, 'RUNNING', { ...data, evidence, finishedAt: null });
  transaction.record(runStepRetried(stepFactsOf(transaction.run, step)));
  if (step.kind === 'MANUAL') return await waitFor(transaction, step, 'PERSON');
  if (step.kind === 'APPROVAL') return await waitFor(transaction, step, 'APPROVAL');
  await continueRun(transaction);
}
