import { db } from '@/lib/database/db';
import { backupAge } from '@/lib/datasets/queries/list';
import { isAppError } from '@/lib/platform/errors';
import { guardInForce } from '@/lib/probes/outgoing/guard';
import type { Probe } from '@/lib/probes/rules/probe';
import { probeBelieved } from '@/lib/probes/sight/believed';
import type { StepEvidence } from '@/lib/runs/rules/evidence';
import { replaySuite } from '@/lib/suites/replaying/replay-suite';

export type StepProbeResult = {
  outcome: NonNullable<StepEvidence['outcome']>;
  sentence: string;
  look: NonNullable<StepEvidence['look']>;
};

/** A known-good request of a check: the suite, replayed against an address. */
async function replayed(
  probe: Extract<Probe, { kind: 'KNOWN_GOOD' }>,
  runStepId: string,
  signal: AbortSignal,
): Promise<StepProbeResult> {
  const { suiteId, address } = probe;
  try {
    const replay = await replaySuite({ suiteId, address, runStepId }, { signal });
    const { state, sentence, suiteRunId, unseen } = replay;
    const outcome = state === 'PASSED' ? 'OK' : state === 'FAILED' ? 'FAULT' : 'UNCLEAR';
    return { outcome, sentence, look: { suiteRunId, ...(unseen ? { unseen } : {}) } };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { outcome: 'UNCLEAR', sentence: error.message, look: {} };
  }
}

/** Looks once, as a step of a run or its precheck asks. What the target does is an outcome, never an exception. */
export async function runStepProbe(
  probe: Probe,
  runStepId: string,
  signal: AbortSignal,
): Promise<StepProbeResult> {
  if (probe.kind === 'KNOWN_GOOD') return await replayed(probe, runStepId, signal);
  const seen =
    probe.kind === 'BACKUP_AGE'
      ? await backupAge(db(), probe.datasetId, new Date())
      : await probeBelieved(probe, { guard: await guardInForce(), signal });
  const { outcome, sentence, fault, timings, evidence } = seen;
  const look = JSON.parse(JSON.stringify({ fault, timings, ...evidence })) as StepProbeResult['look'];
  return { outcome, sentence, look };
}
