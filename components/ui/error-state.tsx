import type { ComponentProps } from 'react';
import { EmptyState } from './empty-state';

/** One part of a page failed: say what, how old the rest is, and offer one action. */
export function ErrorState(props: Omit<ComponentProps<typeof EmptyState>, 'icon'>) {
  return (
    <div role="alert">
      <EmptyState {...props} icon="pulse" />
    </div>
  );
}
