import { lifecycle } from '@/lib/platform/lifecycle';
import { type CheckState, checkStateLabel, type FindingState, findingStateLabel } from './schema';

/**
 * Standby takes an automated check through RUNNING; a person records an outcome without it, and may correct one. Every
 * finished check can be done again. Nobody writes an outcome over a running check: it is skipped, or waited for.
 */
export const checkLifecycle = lifecycle<CheckState>(
  { subject: 'The check', label: checkStateLabel },
  {
    PENDING: ['RUNNING', 'OK', 'FAULT', 'UNCLEAR', 'SKIPPED'],
    RUNNING: ['OK', 'FAULT', 'UNCLEAR', 'SKIPPED'],
    OK: ['PENDING', 'OK', 'FAULT', 'UNCLEAR', 'SKIPPED'],
    FAULT: ['PENDING', 'OK', 'FAULT', 'UNCLEAR', 'SKIPPED'],
    UNCLEAR: ['PENDING', 'OK', 'FAULT', 'UNCLEAR', 'SKIPPED'],
    SKIPPED: ['PENDING', 'OK', 'FAULT', 'UNCLEAR'],
  },
);

/** A suspicion is confirmed or ruled out; both may turn out wrong. */
export const findingLifecycle = lifecycle<FindingState>(
  { subject: 'The finding', label: findingStateLabel },
  {
    SUSPECTED: ['CONFIRMED', 'RULED_OUT'],
    CONFIRMED: ['RULED_OUT'],
    RULED_OUT: ['CONFIRMED'],
  },
);
