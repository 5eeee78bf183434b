import { db } from '@/lib/database/db';
import { recentSnapshots } from '@/lib/datasets/queries/list';
import { snapshotGate } from '@/lib/datasets/rules/gate';
import { verifySnapshot } from '@/lib/datasets/verify-snapshot';
import { chosenSnapshot, reloadsOf } from '@/lib/runs/steps/restored-snapshot';
import type { SubjectStep } from '@/lib/runs/subject';
import type { RunTransaction } from '@/lib/runs/transitions/run-transaction';

/** What a step that reloads data gets to know besides its own input. */
interface SnapshotInput {
  snapshot: string;
  checksum: string;
  location: string;
}

export type Reload =
  | { kind: 'NONE' }
  | { kind: 'READY'; input: SnapshotInput }
  | { kind: 'ASK'; sentence: string }
  | { kind: 'BAD'; sentence: string };

/** Before data is reloaded, the chosen snapshot is looked at once more: it may have vanished since. */
export async function verifyChosenSnapshot(
  runId: string,
  step: SubjectStep,
  signal: AbortSignal,
): Promise<void> {
  const datasetId = reloadsOf(step);
  if (!datasetId) return;
  const chosen = await db().runSnapshot.findFirst({
    where: { runId, snapshot: { datasetId } },
    orderBy: { chosenAt: 'desc' },
    select: { snapshotId: true },
  });
  if (chosen) await verifySnapshot(chosen.snapshotId, signal);
}

/** Which snapshot the step loads, or why it cannot begin. */
export async function reloadOf(transaction: RunTransaction, step: SubjectStep): Promise<Reload> {
  const datasetId = reloadsOf(step);
  if (!datasetId) return { kind: 'NONE' };
  const chosen = await chosenSnapshot(transaction, datasetId);
  if (!chosen) return { kind: 'ASK', sentence: 'Choose the snapshot that is to be loaded' };
  const { snapshot, overrideReason } = chosen;
  const recent = await recentSnapshots(transaction.tx, datasetId, snapshot.takenAt);
  const gate = snapshotGate({ dataset: snapshot.dataset, snapshot, recent, now: transaction.now });
  if (!gate.passed && !overrideReason) {
    const why = gate.lines.filter((line) => !line.ok).map((line) => line.sentence);
    const sentence = `${snapshot.externalId} does not pass the gate any more. ${why.join(' ')} Choose another one, then try again.`;
    return { kind: 'BAD', sentence };
  }
  const { externalId, checksum, location } = snapshot;
  return { kind: 'READY', input: { snapshot: externalId, checksum, location } };
}
