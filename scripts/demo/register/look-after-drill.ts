import { isAppError } from '@/lib/platform/errors';
import { abortRun } from '@/lib/runs/commands/abort';
import { approveStep } from '@/lib/runs/commands/approve-step';
import { beginRun } from '@/lib/runs/commands/begin';
import { chooseSnapshot } from '@/lib/runs/commands/choose-snapshot';
import { confirmStep } from '@/lib/runs/commands/confirm-step';
import { decideStep } from '@/lib/runs/commands/decide-step';
import { retryStep } from '@/lib/runs/commands/retry-step';
import type { RunStepView, RunView } from '@/lib/runs/queries/views';
import { actingAs } from './acting';
import { usableSnapshot } from './usable-snapshot';

/** So often is a step tried again that did not work, before the drill is given up. */
const mostAttempts = 3;

/** Does the one thing that a drill waits for a person to do; somebody who was quicker is fine. */
export async function lookAfterDrill(run: RunView): Promise<void> {
  try {
    if (run.acts.includes('chooseSnapshot') && run.snapshots.length === 0) await choose(run);
    if (run.state === 'PRECHECK') await begin(run);
    else await actOnStep(run);
  } catch (error) {
    if (!isAppError(error) || !['conflict', 'precondition'].includes(error.code)) throw error;
  }
}

async function choose({ ref }: RunView): Promise<void> {
  const snapshotId = await usableSnapshot();
  if (snapshotId) await chooseSnapshot(await actingAs('mei'), { ref, snapshotId });
}

async function begin({ ref, precheck }: RunView): Promise<void> {
  if (precheck.some(({ state }) => state === 'PENDING')) return;
  const red = precheck.find(({ state }) => state !== 'OK');
  if (!red) return void (await beginRun(await actingAs('mei'), { ref }));
  const safeStateNote = `The precheck “${red.name}” was not green: ${red.sentence ?? ''} Nothing was changed.`;
  await abortRun(await actingAs('mei'), { ref, safeStateNote });
}

async function actOnStep({ ref, steps }: RunView): Promise<void> {
  const step = steps.find(({ state }) => ['RUNNING', 'UNKNOWN', 'FAILED'].includes(state));
  if (!step) return;
  const named = { ref, stepId: step.id };
  const leader = await actingAs('mei');
  if (step.state === 'FAILED') return await tryAgain(ref, step);
  if (step.kind === 'APPROVAL') {
    await approveStep(await actingAs('priya'), {
      ...named,
      decision: 'APPROVE',
      note: 'Go ahead: it is a drill.',
    });
  } else if (step.acts.includes('confirm')) await confirmStep(leader, named);
  else if (step.acts.includes('decide')) {
    // Every action of the fleet says what is to be, so doing it again does no harm.
    const note = 'Standby was stopped during this step. It was looked at, and doing it again is safe.';
    await decideStep(leader, { ...named, decision: 'AGAIN', note });
  }
}

async function tryAgain(ref: string, step: RunStepView): Promise<void> {
  const leader = await actingAs('mei');
  if (step.attempts.length < mostAttempts && step.acts.includes('retry')) {
    await retryStep(leader, { ref, stepId: step.id });
    return;
  }
  const safeStateNote = `“${step.name}” did not work: ${step.sentence ?? ''} Users are not on these servers.`;
  await abortRun(leader, { ref, safeStateNote });
}
