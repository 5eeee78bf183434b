'use client';

import type { Instant } from '@/lib/language/time';
import { Button } from './button';
import { Note } from './note';
import { Time } from './time';

type StaleNoteProps = {
  at: Instant;
  reason?: string | undefined;
  onRetry?: (() => void) | undefined;
  retryLabel?: string | undefined;
  pending?: boolean | undefined;
};

/** Keeps the last good data on the page, says how old it is, and offers one action. */
export function StaleNote({
  at,
  reason,
  onRetry,
  retryLabel = 'Try again',
  pending = false,
}: StaleNoteProps) {
  return (
    <Note
      tone="warn"
      icon="clock"
      role="status"
      action={
        onRetry ? (
          <Button size="sm" onClick={onRetry} pending={pending}>
            {retryLabel}
          </Button>
        ) : null
      }
    >
      {reason ? `${reason} ` : 'Standby is not answering. '}
      What you see is from <Time at={at} />.
    </Note>
  );
}
