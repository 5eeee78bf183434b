import { contradiction } from '@/lib/automation/rules/contradiction';
import { evidenceOf } from '@/lib/runs/rules/evidence';
import { answerAttempt, loseAttempt } from '@/lib/runs/steps/attempts';
import { markRestored } from '@/lib/runs/steps/restored-snapshot';
import { configOf, type SubjectStep, writeStep } from '@/lib/runs/subject';
import type { Prisma } from '@/prisma/generated/client';
import { continueRun, finishStep, loseStep, moveStep, type RunTransaction } from './run-transaction';

/** From now on the step's own probe says what became of it; it has the time of the step for that. */
async function beginProof(transaction: RunTransaction, step: SubjectStep, more: object): Promise<void> {
  const evidence = { ...evidenceOf(step), ...more, tries: 0, since: transaction.now.toISOString() };
  await writeStep(transaction.tx, step, { evidence: JSON.parse(JSON.stringify(evidence)) });
  step.version += 1;
  await continueRun(transaction);
}

/** Nobody knows what became of a call: the step's own probe finds out, else a person does. */
export async function settleUnknown(
  transaction: RunTransaction,
  step: SubjectStep,
  sentence: string,
): Promise<void> {
  await loseAttempt(transaction, step, sentence);
  if (configOf(step, 'AUTOMATED').probe) await beginProof(transaction, step, { sentence: null });
  else await loseStep(transaction, step);
}

interface Done {
  sentence: string;
  response: Prisma.InputJsonValue;
  output: unknown;
}

/**
 * The automation says that it is done. The step is, unless its words speak against it; with a probe of its own, once
 * that shows it.
 */
export async function settleDone(
  transaction: RunTransaction,
  step: SubjectStep,
  { sentence, response, output }: Done,
): Promise<void> {
  const config = configOf(step, 'AUTOMATED');
  const against = contradiction({ sentence, output }, config);
  if (against) {
    await loseAttempt(transaction, step, against);
    return await loseStep(transaction, step);
  }
  await answerAttempt(transaction, step, { ok: true, sentence, response });
  const more = { sentence: null, ...(output == null ? {} : { output: JSON.parse(JSON.stringify(output)) }) };
  if (config.probe) {
    if (step.state === 'UNKNOWN') await moveStep(transaction, step, 'RUNNING');
    return await beginProof(transaction, step, more);
  }
  await markRestored(transaction, step);
  await finishStep(transaction, step, { evidence: more });
}
