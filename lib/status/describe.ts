import type { StoredEvent } from '@/lib/platform/events';
import { recoveryTold } from './events';

/** One sentence for timeline and audit; null for events of other nouns. */
export function describeRecoveryEvent(event: Pick<StoredEvent, 'type' | 'data'>): string | null {
  const data = recoveryTold.read(event);
  if (!data) return null;
  const { what, step, of } = data;
  switch (what) {
    case 'BEGUN':
      return 'Users told: a recovery has begun';
    case 'STEP':
      return `Users told: step ${step} of ${of}`;
    case 'VERIFIED':
      return 'Users told: it is back, and checked';
    case 'STOPPED':
      return 'Users told: stopped, back to repair';
    case 'WITHDRAWN':
      return 'Users are told no more of the recovery';
  }
}
