import { isAppError } from '@/lib/platform/errors';
import { logger } from '@/lib/platform/process/log';
import type { SubjectStep } from '@/lib/runs/subject';
import type { Driving } from './driving';
import { LeaseLost, type RunLease, releaseRun, renewLease } from './lease';
import { nextWork, noteTakeOver } from './next-work';
import { performAutomated } from './perform-automated';
import { performCheck } from './perform-check';
import { performVerification } from './perform-verification';
import { performWait } from './perform-wait';
import { transition } from './transition';

async function perform(driving: Driving, step: SubjectStep): Promise<void> {
  switch (step.kind) {
    case 'AUTOMATED':
      return await performAutomated(driving, step);
    case 'CHECK':
      return await performCheck(driving, step);
    case 'VERIFICATION':
      return await performVerification(driving, step);
    case 'WAIT':
      return await performWait(driving, step);
    default:
      throw new Error(`A step of the kind ${step.kind} is nothing that the driver does.`);
  }
}

async function driveOn(driving: Driving): Promise<void> {
  while (!driving.signal.aborted) {
    const next = await transition(driving.lease, nextWork);
    if (next === null) return;
    if ('again' in next) await driving.at(next.place, next.again);
    else await perform(driving, next.work);
  }
}

/**
 * Brings a run as far as it comes without a person, then gives it back. Whatever is thrown here leaves the lease to
 * run out: the next driver then finds out what is known and what is not.
 */
export async function driveRun(
  lease: RunLease & { taken: boolean },
  options: { stop: AbortSignal; at?: Driving['at'] },
): Promise<void> {
  const lost = new AbortController();
  const renewal = renewLease(lease, lost);
  const driving: Driving = {
    lease,
    lost: lost.signal,
    signal: AbortSignal.any([lost.signal, options.stop]),
    at: options.at ?? (() => {}),
  };
  try {
    await driving.at('claimed', { kind: 'RUN', name: '' });
    if (lease.taken) await transition(lease, (transaction) => noteTakeOver(transaction, lease.fence));
    await driveOn(driving);
    await releaseRun(lease);
  } catch (error) {
    if (error instanceof LeaseLost || lost.signal.aborted) return;
    const level = isAppError(error) ? 'warn' : 'error';
    logger()[level]({ err: error, run: lease.runId }, 'run driver: stopped, taken up again soon');
  } finally {
    renewal.stop();
  }
}
