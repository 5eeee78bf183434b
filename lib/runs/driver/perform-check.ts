import { pause } from '@/lib/platform/process/pause';
import type { Probe } from '@/lib/probes/rules/probe';
import { evidenceOf } from '@/lib/runs/rules/evidence';
import { isUnseen } from '@/lib/runs/rules/fenced';
import { configOf, type SubjectStep, writeStep } from '@/lib/runs/subject';
import { failStep, finishStep, loseStep, type RunTransaction } from '@/lib/runs/transitions/run-transaction';
import { type Driving, millisecondsLeft } from './driving';
import { settlePrecheck } from './precheck';
import { runStepProbe, type StepProbeResult } from './run-step-probe';
import { stepTransition } from './transition';

type Probed = StepProbeResult & { tries: number };

/** What follows from a look that is content, or the last that was allowed. */
type Settle = (transaction: RunTransaction, step: SubjectStep, evidence: Probed) => Promise<void>;

/** Stores one look; the step ends with a content one, or with the last that was allowed. @returns whether it ended */
async function store(driving: Driving, step: SubjectStep, seen: Probed, last: boolean, settle: Settle) {
  let ended = true;
  const done = await stepTransition(driving.lease, step.id, async (transaction, current) => {
    const evidence = { ...evidenceOf(current), ...seen };
    if (current.phase === 0 || isOk(seen) || last) {
      return await settle(transaction, current, evidence);
    }
    ended = false;
    await writeStep(transaction.tx, current, { evidence });
  });
  return ended || !done;
}

interface Probing {
  probe: Probe;
  tries: number;
  everySeconds: number;
}

export const isOk = ({ outcome }: StepProbeResult): boolean => outcome === 'OK';

/** Looks until it is content, the tries are used up or the time is over. A look can be taken again after a crash. */
export async function probeUntilSettled(
  driving: Driving,
  step: SubjectStep,
  how: Probing,
  settle: Settle,
): Promise<void> {
  const { probe, tries, everySeconds } = how;
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
    if (await store(driving, step, { ...seen, tries: tried }, last, settle)) return;
    await pause(everySeconds * 1_000, driving.signal);
  }
}

export async function performCheck(driving: Driving, step: SubjectStep): Promise<void> {
  await probeUntilSettled(driving, step, configOf(step, 'CHECK'), async (transaction, current, evidence) => {
    if (current.phase === 0) await settlePrecheck(transaction, current, evidence);
    else if (evidence.outcome === 'OK') await finishStep(transaction, current, { evidence });
    else if (isUnseen(evidence)) await loseStep(transaction, current, { evidence });
    else await failStep(transaction, current, { evidence });
  });
}
