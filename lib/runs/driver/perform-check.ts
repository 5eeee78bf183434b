import { pause } from '@/lib/platform/process/pause';
import { evidenceOf } from '@/lib/runs/rules/evidence';
import { configOf, type SubjectStep, writeStep } from '@/lib/runs/subject';
import { failStep, finishStep } from '@/lib/runs/transitions/run-transaction';
import { type Driving, millisecondsLeft } from './driving';
import { settlePrecheck } from './precheck';
import { runStepProbe, type StepProbeResult } from './run-step-probe';
import { stepTransition } from './transition';

/** Stores one look; the step ends with a content one, or with the last that was allowed. @returns whether it ended */
async function settle(
  driving: Driving,
  step: SubjectStep,
  seen: StepProbeResult,
  tries: number,
  last: boolean,
) {
  const { since } = evidenceOf(step);
  const evidence = { ...seen, tries, ...(since ? { since } : {}) };
  const content = seen.outcome === 'OK';
  let ended = true;
  const done = await stepTransition(driving.lease, step.id, async (transaction, current) => {
    if (current.phase === 0) return await settlePrecheck(transaction, current, evidence);
    if (content) return await finishStep(transaction, current, { evidence });
    if (last) return await failStep(transaction, current, { evidence });
    ended = false;
    await writeStep(transaction.tx, current, { evidence });
  });
  return ended || !done;
}

/** Looks until it is content, the tries are used up or the time is over. A look can be taken again after a crash. */
export async function performCheck(driving: Driving, step: SubjectStep): Promise<void> {
  const { probe, tries, everySeconds } = configOf(step, 'CHECK');
  const { since, tries: before = 0 } = evidenceOf(step);
  for (let tried = before + 1; !driving.signal.aborted; tried += 1) {
    const left = millisecondsLeft(step, since);
    const seen = await runStepProbe(
      probe,
      step.id,
      AbortSignal.any([driving.signal, AbortSignal.timeout(Math.max(1_000, left))]),
    );
    if (driving.signal.aborted) return;
    await driving.at('looked', step);
    const last = tried >= tries || millisecondsLeft(step, since) <= everySeconds * 1_000;
    if (await settle(driving, step, seen, tried, last)) return;
    await pause(everySeconds * 1_000, driving.signal);
  }
}
