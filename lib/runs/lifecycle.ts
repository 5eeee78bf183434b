import { lifecycle } from '@/lib/platform/lifecycle';
import {
  type AttemptState,
  attemptStateLabel,
  type RunState,
  runStateLabel,
  type StepState,
  stepStateLabel,
} from './schema';

export const runLifecycle = lifecycle<RunState>(
  { subject: 'The run', label: runStateLabel },
  {
    PRECHECK: ['RUNNING', 'ABORTED'],
    RUNNING: ['PAUSED', 'WAITING', 'VERIFIED', 'FAILED', 'ABORTED'],
    PAUSED: ['RUNNING', 'ABORTED'],
    WAITING: ['RUNNING', 'PAUSED', 'FAILED', 'ABORTED'],
    VERIFIED: [],
    FAILED: [],
    ABORTED: [],
  },
);

/** UNKNOWN is an automated step after a crash: only a person takes it on, never the machine. */
export const stepLifecycle = lifecycle<StepState>(
  { subject: 'The step', label: stepStateLabel },
  {
    PENDING: ['RUNNING', 'SKIPPED'],
    RUNNING: ['DONE', 'FAILED', 'SKIPPED', 'UNKNOWN'],
    DONE: [],
    FAILED: ['RUNNING', 'SKIPPED'],
    SKIPPED: [],
    UNKNOWN: ['RUNNING', 'DONE', 'FAILED', 'SKIPPED'],
  },
);

/**
 * SENT is stored before the call goes out, so an attempt found in PREPARED was certainly never sent. What is UNKNOWN may
 * still be answered by a call-back in its time.
 */
export const attemptLifecycle = lifecycle<AttemptState>(
  { subject: 'The attempt', label: attemptStateLabel },
  {
    PREPARED: ['SENT'],
    SENT: ['ANSWERED', 'UNKNOWN'],
    ANSWERED: [],
    UNKNOWN: ['ANSWERED'],
  },
);
