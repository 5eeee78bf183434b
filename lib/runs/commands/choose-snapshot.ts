import { recentSnapshots } from '@/lib/datasets/queries/list';
import { snapshotGate } from '@/lib/datasets/rules/gate';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { isolated } from '@/lib/platform/rules/isolate';
import { runSnapshotChosen } from '@/lib/runs/events';
import { runPolicy } from '@/lib/runs/policy';
import { currentStep } from '@/lib/runs/rules/progress';
import { chooseSnapshotInput } from '@/lib/runs/schema';
import { reloadsOf } from '@/lib/runs/steps/restored-snapshot';
import { factsOf, type RunSubject } from '@/lib/runs/subject';
import { assertRunAct } from '@/lib/runs/transitions/assert-act';
import { runCommand } from '@/lib/runs/transitions/run-command';
import { continueRun } from '@/lib/runs/transitions/run-transaction';

/** @throws AppError `precondition` unless a step that is still ahead, or failed, reloads the dataset */
function assertReloads(run: RunSubject, dataset: { id: string; name: string }): void {
  const steps = run.steps.filter((step) => reloadsOf(step) === dataset.id);
  if (steps.length === 0) {
    throw new AppError('precondition', `${run.ref} does not reload ${isolated(dataset.name)}.`);
  }
  const ahead = steps.some(
    (step) =>
      ['PENDING', 'FAILED', 'UNKNOWN'].includes(step.state) || (step.state === 'RUNNING' && !step.attempt),
  );
  if (!ahead)
    throw new AppError(
      'conflict',
      `${isolated(dataset.name)} is being reloaded, or was, so it is too late to choose.`,
    );
}

/**
 * Chooses the snapshot that a step of the run will load. One that the gate holds back needs a reason.
 * @returns `RunActView`
 */
export const chooseSnapshot = runCommand({
  input: chooseSnapshotInput,
  allow: permit(runPolicy, 'run.chooseSnapshot'),
  run: async ({ tx, input, subject: run, now, record, transaction, memberId }) => {
    await assertRunAct(tx, run, 'chooseSnapshot', 'choose a snapshot');
    const snapshot = await tx.snapshot.findUnique({
      where: { id: input.snapshotId },
      include: { dataset: true },
    });
    if (!snapshot) throw new AppError('not_found', 'There is no such snapshot.');
    assertReloads(run, snapshot.dataset);
    const recent = await recentSnapshots(tx, snapshot.datasetId, snapshot.takenAt);
    const gate = snapshotGate({ dataset: snapshot.dataset, snapshot, recent, now });
    if (!gate.passed && !input.overrideReason) {
      const why = gate.lines.filter((line) => !line.ok).map((line) => line.sentence);
      const message = `The gate does not let this snapshot through. ${why.join(' ')} Choose another, or say why it is used all the same.`;
      throw new AppError('precondition', message, { fields: { overrideReason: [message] } });
    }
    const overridden = !gate.passed;
    if (overridden && !memberId) {
      const message =
        'The gate does not let this snapshot through. Somebody of the team has to answer for it.';
      throw new AppError('precondition', message);
    }
    const chosen = {
      gate: gate.lines,
      passed: gate.passed,
      overrideReason: overridden ? (input.overrideReason ?? null) : null,
      overriddenById: overridden ? memberId : null,
      chosenAt: now,
    };
    const key = { runId: run.id, snapshotId: snapshot.id };
    await tx.runSnapshot.upsert({
      where: { runId_snapshotId: key },
      create: { ...key, ...chosen },
      update: chosen,
    });
    record(runSnapshotChosen({ ...factsOf(run), snapshotId: snapshot.id, passed: gate.passed, overridden }));
    // The step that waited for this choice is still in work, so the driver takes it up again.
    const current = currentStep(run.steps);
    if (current?.state === 'RUNNING' && reloadsOf(current) === snapshot.datasetId)
      await continueRun(transaction);
  },
});
