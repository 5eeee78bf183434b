import { planStepOf, type SubjectStep } from '@/lib/runs/subject';
import type { RunTransaction } from '@/lib/runs/transitions/run-transaction';

/** The dataset that a step reloads, if it is such a step. */
export function reloadsOf(step: { config: unknown }): string | null {
  const config = planStepOf(step);
  return config.kind === 'AUTOMATED' ? config.reloads : null;
}

/** The snapshot of a dataset that was chosen last for the run. */
export async function chosenSnapshot(transaction: Pick<RunTransaction, 'tx' | 'run'>, datasetId: string) {
  return await transaction.tx.runSnapshot.findFirst({
    where: { runId: transaction.run.id, snapshot: { datasetId } },
    orderBy: { chosenAt: 'desc' },
    include: { snapshot: { include: { dataset: true } } },
  });
}

/** Notes when the step's snapshot was loaded, if it is a step that reloads data. */
export async function markRestored(transaction: RunTransaction, step: SubjectStep): Promise<void> {
  const datasetId = reloadsOf(step);
  const chosen = datasetId ? await chosenSnapshot(transaction, datasetId) : null;
  if (!chosen) return;
  const { runId, snapshotId } = chosen;
  await transaction.tx.runSnapshot.update({
    where: { runId_snapshotId: { runId, snapshotId } },
    data: { restoredAt: transaction.now },
  });
}
