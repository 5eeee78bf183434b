import { db } from '@/lib/database/db';
import { pause } from '@/lib/platform/process/pause';
import { evidenceOf } from '@/lib/runs/rules/evidence';
import { configOf, type SubjectStep } from '@/lib/runs/subject';
import { finishStep } from '@/lib/runs/transitions/run-transaction';
import type { Driving } from './driving';
import { stepTransition } from './transition';

const glanceMs = 1_000;

/** Waits from the step's beginning, whoever drove it meanwhile. A person may cut it short. */
export async function performWait(driving: Driving, step: SubjectStep): Promise<void> {
  const { seconds } = configOf(step, 'WAIT');
  const began = evidenceOf(step).since ?? step.startedAt?.toISOString();
  const until = (began ? Date.parse(began) : Date.now()) + seconds * 1_000;
  while (!driving.signal.aborted && Date.now() < until) {
    await pause(Math.min(glanceMs, until - Date.now()), driving.signal);
    const row = await db().runStep.findUnique({ where: { id: step.id }, select: { state: true } });
    if (row?.state !== 'RUNNING') return;
  }
  if (driving.signal.aborted) return;
  await driving.at('waited', step);
  await stepTransition(
    driving.lease,
    step.id,
    async (transaction, current) => await finishStep(transaction, current),
  );
}
