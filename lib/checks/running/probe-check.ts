import { healthSays } from '@/lib/checks/rules/health';
import type { Fault } from '@/lib/checks/rules/pointing';
import { db } from '@/lib/database/db';
import { backupAge } from '@/lib/datasets/queries/list';
import { isAppError } from '@/lib/platform/errors';
import { guardInForce } from '@/lib/probes/outgoing/guard';
import type { ProbeOutcome } from '@/lib/probes/rules/probe';
import { probeBelieved } from '@/lib/probes/sight/believed';
import { surelySilent } from '@/lib/probes/sight/silent-addresses';
import { replaySuite } from '@/lib/suites/replaying/replay-suite';
import { type ClaimedCheck, replaySeconds } from './claim';

/** What one run of a check saw. */
export interface CheckRun extends Omit<ProbeOutcome, 'fault'> {
  fault: Fault | null;
}

async function network(check: ClaimedCheck, signal: AbortSignal): Promise<CheckRun> {
  const { probe } = check;
  if (probe.kind === 'BACKUP_AGE' || probe.kind === 'KNOWN_GOOD') throw new Error('This goes nowhere.');
  const options = { guard: await guardInForce(), signal };
  const { unseen: _unseen, ...believed } = await probeBelieved(probe, options);
  const seen = await surelySilent(probe, believed, [], options);
  if (probe.kind !== 'HTTP') return seen;
  const reported = check.serverName ? healthSays(check.serverName, seen.evidence.body) : null;
  if (reported && (seen.outcome === 'OK' || seen.fault === 'STATUS')) {
    return {
      ...seen,
      outcome: 'FAULT',
      fault: reported.fault,
      sentence: `${reported.sentence} ${seen.sentence}`,
    };
  }
  // A long list of numbers helps nobody: all of them mean that something is up and answers.
  const sentence = seen.sentence.replace(
    /; (\d+, ){4,}\d+ or \d+ was expected/,
    ', which is an error of its own',
  );
  return { ...seen, sentence };
}

async function backup(datasetId: string): Promise<CheckRun> {
  const seen = await backupAge(db(), datasetId, new Date());
  return { ...seen, fault: seen.outcome === 'FAULT' ? 'BACKUP' : null };
}

async function knownGood(check: ClaimedCheck, signal: AbortSignal): Promise<CheckRun> {
  const { probe } = check;
  if (probe.kind !== 'KNOWN_GOOD') throw new Error('This is no replay.');
  const began = performance.now();
  const limit = AbortSignal.any([signal, AbortSignal.timeout(replaySeconds * 1000)]);
  const { suiteId, address } = probe;
  const replay = await replaySuite(
    { suiteId, address, reads: check.isCopy, checkId: check.id },
    { signal: limit },
  );
  const { suiteRunId, state, total, matched, differed, explained, sentence } = replay;
  const outcome = state === 'PASSED' ? 'OK' : state === 'FAILED' ? 'FAULT' : 'UNCLEAR';
  return {
    outcome,
    fault: outcome === 'FAULT' ? 'ANSWERS' : null,
    sentence,
    timings: { totalMs: Math.round(performance.now() - began) },
    evidence: { suiteRunId, address, total, matched, differed, explained },
  };
}

/**
 * Looks once. What cannot be looked at (a suite without baseline, a dataset that is gone) is UNCLEAR with the reason.
 * @throws what says nothing of the target, like a database that is away
 */
export async function probeCheck(check: ClaimedCheck, signal: AbortSignal): Promise<CheckRun> {
  const { probe } = check;
  try {
    if (probe.kind === 'BACKUP_AGE') return await backup(probe.datasetId);
    if (probe.kind === 'KNOWN_GOOD') return await knownGood(check, signal);
    return await network(check, signal);
  } catch (error) {
    if (!isAppError(error) || error.code === 'unavailable') throw error;
    return {
      outcome: 'UNCLEAR',
      fault: null,
      sentence: error.message,
      timings: { totalMs: 0 },
      evidence: {},
    };
  }
}
