import { lifecycle } from '@/lib/platform/lifecycle';
import { type CheckState, checkStateLabel } from './schema';

/** A check that was never started can be skipped, and every finished one can be run again. */
export const checkLifecycle = lifecycle<CheckState>(
  { subject: 'The check', label: checkStateLabel },
  {
    PENDING: ['RUNNING', 'SKIPPED'],
    RUNNING: ['OK', 'FAULT', 'UNCLEAR', 'SKIPPED'],
    OK: ['RUNNING'],
    FAULT: ['RUNNING'],
    UNCLEAR: ['RUNNING'],
    SKIPPED: ['RUNNING'],
  },
);
