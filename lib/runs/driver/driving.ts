import { planStepOf } from '@/lib/runs/subject';
import type { RunLease } from './lease';

/** Places where a driver can be stopped in a test, each right after something was stored or done. */
export type Place =
  | 'claimed'
  | 'begun'
  | 'looked'
  | 'replayed'
  | 'prepared'
  | 'sent'
  | 'answered'
  | 'settled'
  | 'waited';

export interface Driving {
  lease: RunLease;
  /** Raised when the run is in other hands, or this process is to end. */
  signal: AbortSignal;
  /** Raised only when the run is in other hands: a call that is on its way is waited for at the end of a process. */
  lost: AbortSignal;
  at: (place: Place, about: { kind: string; name: string }) => Promise<void> | void;
}

/** Milliseconds that a step may still take, from its start or from when it was tried again. */
export function millisecondsLeft(
  step: { startedAt: Date | null; evidence: unknown; config: unknown },
  since: string | undefined,
  now = Date.now(),
): number {
  const { timeoutSeconds } = planStepOf(step);
  const began = since ? Date.parse(since) : (step.startedAt?.getTime() ?? now);
  return began + timeoutSeconds * 1_000 - now;
}
